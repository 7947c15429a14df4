/** Entries in PostgreSQL. */
@NullMarked
package org.linli.company.entry.store;

import org.jspecify.annotations.NullMarked;
