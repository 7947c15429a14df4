package org.linli.fund.policy;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.linli.platform.money.Yuan;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What becomes of a month in which refunds outweigh the income. */
@Schema(name = "Carry")
public enum Carry {
    /** It owes nothing, and lowers no other month: the default. */
    NONE {
        @Override
        public SortedMap<YearMonth, Money> carried(Map<YearMonth, Money> bases) {
            SortedMap<YearMonth, Money> nothing = new TreeMap<>();
            bases.keySet().forEach(month -> nothing.put(month, Yuan.zero()));
            return nothing;
        }
    },
    /**
     * Other months of the same calendar year take it up, none of them below zero: the earlier ones first, the latest of
     * them before the others, then the later ones as they come. What the year cannot take up is left.
     */
    YEAR {
        @Override
        public SortedMap<YearMonth, Money> carried(Map<YearMonth, Money> bases) {
            SortedMap<YearMonth, Money> left = new TreeMap<>(bases);
            new TreeMap<>(bases).forEach((month, base) -> {
                if (base.isNegative()) {
                    takenUpBy(month, left.keySet()).forEach(other -> move(left, month, other));
                }
            });
            bases.forEach((month, base) -> left.merge(month, base.negated(), Money::plus));
            return left;
        }
    };

    /**
     * What is added to each base, by the bases alone and in whatever order they came to be known: above zero for a month
     * that others take up, below zero for those who do, zero in sum.
     */
    public abstract SortedMap<YearMonth, Money> carried(Map<YearMonth, Money> bases);

    private static List<YearMonth> takenUpBy(YearMonth month, Iterable<YearMonth> known) {
        List<YearMonth> earlier = new ArrayList<>();
        List<YearMonth> later = new ArrayList<>();
        for (YearMonth other : known) {
            if (other.getYear() == month.getYear() && !other.equals(month)) {
                (other.isBefore(month) ? earlier : later).add(other);
            }
        }
        List<YearMonth> order = new ArrayList<>(earlier.reversed());
        order.addAll(later);
        return order;
    }

    private static void move(SortedMap<YearMonth, Money> left, YearMonth month, YearMonth other) {
        Money lacking = left.getOrDefault(month, Yuan.zero()).negated();
        Money there = left.getOrDefault(other, Yuan.zero());
        if (lacking.isPositive() && there.isPositive()) {
            Money taken = lacking.isLessThan(there) ? lacking : there;
            left.put(month, taken.minus(lacking));
            left.put(other, there.minus(taken));
        }
    }
}
