package org.linli.company.consolidation;

import org.joda.money.Money;
import org.linli.platform.money.Yuan;

/**
 * What a set of revenue entries adds up to. Exact yuan; any of them may be negative (a refund, or a difference).
 *
 * @param gross revenue with tax
 * @param tax tax within the gross revenue
 * @param directCost cost that belongs to the revenue alone
 * @param entries how many entries it took
 */
public record Amounts(Money gross, Money tax, Money directCost, long entries) {

    public static final Amounts NONE = new Amounts(Yuan.zero(), Yuan.zero(), Yuan.zero(), 0);

    public Amounts plus(Amounts other) {
        if (this == NONE || other == NONE) {
            return this == NONE ? other : this;
        }
        return new Amounts(
                gross.plus(other.gross),
                tax.plus(other.tax),
                directCost.plus(other.directCost),
                Math.addExact(entries, other.entries));
    }

    public Amounts negated() {
        return new Amounts(gross.negated(), tax.negated(), directCost.negated(), Math.negateExact(entries));
    }

    public boolean isNothing() {
        return entries == 0 && gross.isZero() && tax.isZero() && directCost.isZero();
    }
}
