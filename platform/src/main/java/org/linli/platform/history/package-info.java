/** Who did what with a thing and when. */
@NullMarked
package org.linli.platform.history;

import org.jspecify.annotations.NullMarked;
