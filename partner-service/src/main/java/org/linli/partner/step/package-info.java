/** Who did what with a thing and when. */
@NullMarked
package org.linli.partner.step;

import org.jspecify.annotations.NullMarked;
