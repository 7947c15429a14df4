/** What others are told about agreements. */
@NullMarked
package org.linli.partner.agreement.wire;

import org.jspecify.annotations.NullMarked;
