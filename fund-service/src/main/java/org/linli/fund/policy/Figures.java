package org.linli.fund.policy;

import org.joda.money.Money;
import org.linli.platform.money.Yuan;

/**
 * The totals of an accepted statement that a return policy can take its base from, in yuan.
 *
 * @param gross operating income, negative where refunds outweigh it
 * @param tax of the same sign as gross
 * @param directCost of the same sign as gross
 */
public record Figures(Money gross, Money tax, Money directCost) {

    public static Figures ofFen(long gross, long tax, long directCost) {
        return new Figures(Yuan.ofFen(gross), Yuan.ofFen(tax), Yuan.ofFen(directCost));
    }
}
