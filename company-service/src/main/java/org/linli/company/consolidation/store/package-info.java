/** Cells, current statements and names of units in PostgreSQL, written set by set. */
@NullMarked
package org.linli.company.consolidation.store;

import org.jspecify.annotations.NullMarked;
