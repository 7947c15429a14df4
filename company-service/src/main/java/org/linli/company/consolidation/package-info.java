/**
 * What HQ sees: the accepted statements of every branch added up at four levels, exact to the fen.
 *
 * <p>Events in: {@code linli.company.revenue-statement.accepted.v1}, {@code linli.company.unit.registered.v1} and
 * {@code .changed.v1}. Events out: none. Owns the tables {@code hq_*}.
 */
@NullMarked
package org.linli.company.consolidation;

import org.jspecify.annotations.NullMarked;
