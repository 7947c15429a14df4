package org.linli.fund.obligation;

import org.linli.platform.unit.UnitCode;

import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.Stream;

/** A branch and a period: what one obligation is for. */
public record ObligationKey(UnitCode unit, YearMonth period) implements Comparable<ObligationKey> {

    /** Subject of the obligation's events: {@code 440703006101/2026-03}. */
    public String subject() {
        return unit.value() + "/" + period;
    }

    /** The branch in each month of the same calendar year. */
    public Stream<ObligationKey> monthsOfItsYear() {
        return Arrays.stream(Month.values())
                .map(month -> new ObligationKey(unit, YearMonth.of(period.getYear(), month)));
    }

    @Override
    public int compareTo(ObligationKey other) {
        int byUnit = unit.compareTo(other.unit);
        return byUnit != 0 ? byUnit : period.compareTo(other.period);
    }
}
