/** A table that came as a file, whatever its format: a header that names the columns, rows that are good or bad by themselves. */
@NullMarked
package org.linli.platform.table;

import org.jspecify.annotations.NullMarked;
