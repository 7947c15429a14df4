/** An agreement on paper, for signature. */
@NullMarked
package org.linli.partner.agreement.pdf;

import org.jspecify.annotations.NullMarked;
