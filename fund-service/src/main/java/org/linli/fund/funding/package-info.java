/** Money that has moved to cover an obligation, and money that went back. */
@NullMarked
package org.linli.fund.funding;

import org.jspecify.annotations.NullMarked;
