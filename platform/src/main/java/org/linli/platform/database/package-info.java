/** The service's own PostgreSQL over R2DBC, with migrations at start, and the way between its rows and Java. */
@NullMarked
package org.linli.platform.database;

import org.jspecify.annotations.NullMarked;
