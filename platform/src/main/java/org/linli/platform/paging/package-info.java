/** Cursor paging: one page of a list and the way to the next. */
@NullMarked
package org.linli.platform.paging;

import org.jspecify.annotations.NullMarked;
