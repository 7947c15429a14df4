/** The service's own PostgreSQL over R2DBC, with migrations at start. */
@NullMarked
package org.linli.platform.database;

import org.jspecify.annotations.NullMarked;
