/** Lists: the query of one page, its order and cursor, the answer with the way to the next, all pages as a file. */
@NullMarked
package org.linli.platform.paging;

import org.jspecify.annotations.NullMarked;
