package org.linli.platform.testing.history;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One revenue entry, in yuan with two places; a refund is negative in all three amounts.
 *
 * @param entryNo unique for ever
 * @param unit the branch that books it
 * @param period {@code YYYY-MM}
 * @param date within the period
 * @param line business line code
 * @param project free text or none
 * @param partner free text or none
 * @param counterparty the unit that bought, or none for the public
 * @param gross what came in
 * @param tax of the same sign, not larger than gross
 * @param directCost of the same sign, not larger than gross
 */
public record Entry(
        String entryNo,
        String unit,
        String period,
        LocalDate date,
        String line,
        @Nullable String project,
        @Nullable String partner,
        @Nullable String counterparty,
        BigDecimal gross,
        BigDecimal tax,
        BigDecimal directCost) {

    /** Whether seller and buyer both lie under {@code scope}. */
    public boolean isEliminatedAt(String scope) {
        return counterparty != null && unit.startsWith(scope) && counterparty.startsWith(scope);
    }

    /** The same thing taken back in full, under a number of its own. */
    Entry refundedAs(String number) {
        return new Entry(
                number,
                unit,
                period,
                date,
                line,
                project,
                partner,
                counterparty,
                gross.negate(),
                tax.negate(),
                directCost.negate());
    }
}
