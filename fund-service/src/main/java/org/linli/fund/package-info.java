/**
 * The fund: what of a street's revenue goes back to its residents, owed, funded and accounted for.
 *
 * <p>In: {@code linli.company.revenue-statement.accepted.v1}, {@code linli.company.unit.registered.v1} and
 * {@code .changed.v1}. Out: {@code linli.fund.return-obligation.accrued.v1} and {@code .funded.v1}.
 */
@NullMarked
package org.linli.fund;

import org.jspecify.annotations.NullMarked;
