package org.linli.fund.policy;

import org.joda.money.Money;
import org.linli.platform.money.Yuan;

/** Base and rate together: all that is needed to say what figures owe. They are frozen on the first accrual. */
public record Terms(BaseKind base, Rate rate) {

    /** {@code max(0, base × rate)}, half up to the fen: a period of refunds owes nothing, and nobody owes the branch. */
    public Money owedOn(Figures figures) {
        Money base = base().of(figures);
        return base.isPositive() ? rate.of(base) : Yuan.zero();
    }
}
