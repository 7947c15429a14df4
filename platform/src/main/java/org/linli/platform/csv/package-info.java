/** CSV files, read row by row: a bad row costs itself alone. */
@NullMarked
package org.linli.platform.csv;

import org.jspecify.annotations.NullMarked;
