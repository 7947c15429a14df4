/** Money that has moved to cover an obligation. */
@NullMarked
package org.linli.fund.funding;

import org.jspecify.annotations.NullMarked;
