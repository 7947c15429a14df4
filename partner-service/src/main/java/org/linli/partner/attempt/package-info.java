/** How often somebody may try a code that stands for a right. */
@NullMarked
package org.linli.partner.attempt;

import org.jspecify.annotations.NullMarked;
