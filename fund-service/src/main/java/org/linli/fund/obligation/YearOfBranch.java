package org.linli.fund.obligation;

import org.joda.money.Money;
import org.linli.fund.policy.Carry;
import org.linli.platform.money.Yuan;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A branch's months of one calendar year whose frozen terms carry negative bases. What is carried follows from their
 * bases alone, so that it is the same in whatever order their statements were accepted.
 */
final class YearOfBranch {

    private final SortedMap<YearMonth, Obligation> months = new TreeMap<>();

    private YearOfBranch() {}

    private static YearOfBranch around(ObligationKey key, Map<ObligationKey, Obligation> known) {
        YearOfBranch year = new YearOfBranch();
        key.monthsOfItsYear()
                .map(known::get)
                .filter(Objects::nonNull)
                .filter(Obligation::carries)
                .forEach(year::put);
        return year;
    }

    private void put(Obligation obligation) {
        months.put(obligation.key().period(), obligation);
    }

    /** The accrual with all that it changes in its year; as it is where its month does not carry. */
    static Accrual settle(Accrual accrual, Map<ObligationKey, Obligation> before) {
        Obligation own = accrual.after();
        if (!own.carries()) {
            return accrual;
        }
        YearOfBranch year = around(own.key(), before);
        year.put(own);
        SortedMap<YearMonth, Money> carried = year.carried();
        Obligation settled = own.carrying(carried.getOrDefault(own.key().period(), Yuan.zero()));
        Money owedBefore = own.owed().minus(accrual.change());
        return new Accrual(
                settled,
                accrual.statement(),
                settled.owed().minus(owedBefore),
                accrual.first(),
                year.others(own.key().period(), carried, accrual.statement()));
    }

    private SortedMap<YearMonth, Money> carried() {
        SortedMap<YearMonth, Money> bases = new TreeMap<>();
        months.forEach((month, obligation) -> bases.put(month, obligation.base()));
        return Carry.YEAR.carried(bases);
    }

    private List<CarryOver> others(YearMonth own, SortedMap<YearMonth, Money> carried, AcceptedStatement cause) {
        List<CarryOver> others = new ArrayList<>();
        months.forEach((month, before) -> {
            Money brought = carried.getOrDefault(month, Yuan.zero());
            if (!month.equals(own) && !brought.isEqual(before.carried())) {
                Obligation after = before.carrying(brought).withNextEvent();
                others.add(new CarryOver(after, cause, after.owed().minus(before.owed())));
            }
        });
        return List.copyOf(others);
    }
}
