/** Rows and sets between Java and PostgreSQL. */
@NullMarked
package org.linli.fund.database;

import org.jspecify.annotations.NullMarked;
