package org.linli.company.statement;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.linli.platform.money.Yuan;

import java.util.List;

/**
 * Sums of a statement's entries.
 *
 * @param entries how many entries they come from
 */
@Schema(name = "Totals")
public record Totals(Money gross, Money tax, Money directCost, int entries) {

    /** Nothing reported. */
    public static final Totals NOTHING = new Totals(Yuan.zero(), Yuan.zero(), Yuan.zero(), 0);

    public static Totals of(List<StatementLine> lines) {
        return lines.stream().map(StatementLine::totals).reduce(NOTHING, Totals::plus);
    }

    private Totals plus(Totals other) {
        return new Totals(
                gross.plus(other.gross),
                tax.plus(other.tax),
                directCost.plus(other.directCost),
                entries + other.entries);
    }
}
