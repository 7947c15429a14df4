/** Workbooks (xlsx, ISO/IEC 29500): a sheet written row by row and read row by row, twin of {@code csv}. */
@NullMarked
package org.linli.platform.sheet;

import org.jspecify.annotations.NullMarked;
