package org.linli.company.statement;

import org.jspecify.annotations.Nullable;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;

import java.math.BigDecimal;

/** A line whose sums may be larger than any statement may hold. Amounts in fen. */
public record SummedLine(
        String line,
        @Nullable String project,
        @Nullable String partner,
        @Nullable UnitCode counterparty,
        BigDecimal gross,
        BigDecimal tax,
        BigDecimal directCost,
        int entries) {

    /** @throws ArithmeticException where a sum exceeds 64 bits of fen */
    public StatementLine toLine() {
        return new StatementLine(
                line,
                project,
                partner,
                counterparty,
                new Totals(
                        Yuan.ofFen(gross.longValueExact()),
                        Yuan.ofFen(tax.longValueExact()),
                        Yuan.ofFen(directCost.longValueExact()),
                        entries));
    }
}
