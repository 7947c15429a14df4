/** Points in PostgreSQL. */
@NullMarked
package org.linli.partner.points.store;

import org.jspecify.annotations.NullMarked;
