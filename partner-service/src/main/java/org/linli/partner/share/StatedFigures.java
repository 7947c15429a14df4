package org.linli.partner.share;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The figures that a partner states. */
public record StatedFigures(Money turnover, @Nullable Money cost) {

    static StatedFigures of(TurnoverReport report) {
        Figures figures = report.reported().figures();
        return new StatedFigures(figures.turnover(), figures.cost());
    }
}
