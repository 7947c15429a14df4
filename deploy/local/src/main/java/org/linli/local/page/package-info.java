/** Pages under {@code docs/bench}, written by what measured them. */
@NullMarked
package org.linli.local.page;

import org.jspecify.annotations.NullMarked;
