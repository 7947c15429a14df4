/** Who did what with a thing and when. */
@NullMarked
package org.linli.partner.history;

import org.jspecify.annotations.NullMarked;
