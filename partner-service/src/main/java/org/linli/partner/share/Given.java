package org.linli.partner.share;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The figures that a partner states. */
public record Given(Money turnover, @Nullable Money cost) {

    static Given of(TurnoverReport report) {
        Figures figures = report.reported().figures();
        return new Given(figures.turnover(), figures.cost());
    }
}
