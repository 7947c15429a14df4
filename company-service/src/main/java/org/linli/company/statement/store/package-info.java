/** Statements in PostgreSQL. */
@NullMarked
package org.linli.company.statement.store;

import org.jspecify.annotations.NullMarked;
