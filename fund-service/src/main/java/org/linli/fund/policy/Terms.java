package org.linli.fund.policy;

import org.joda.money.Money;
import org.linli.platform.money.Yuan;

/**
 * Base, rate and carry together: all that is needed to say what figures owe. They are frozen on the first accrual.
 *
 * @param carry what becomes of a negative base
 */
public record Terms(BaseKind base, Rate rate, Carry carry) {

    /** Without anything carried from or to another month. */
    public Money owedOn(Figures figures) {
        return owedOn(figures, Yuan.zero());
    }

    /**
     * {@code max(0, (base + carried) × rate)}, half up to the fen: a period of refunds owes nothing, and nobody owes the
     * branch.
     */
    public Money owedOn(Figures figures, Money carried) {
        return rate.of(assessed(figures, carried));
    }

    /** What the rate is applied to: never negative. */
    public Money assessed(Figures figures, Money carried) {
        Money base = base().of(figures).plus(carried);
        return base.isPositive() ? base : Yuan.zero();
    }
}
