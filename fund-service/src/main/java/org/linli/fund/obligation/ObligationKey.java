package org.linli.fund.obligation;

import org.linli.platform.unit.UnitCode;

import java.time.YearMonth;

/** A branch and a period: what one obligation is for. */
public record ObligationKey(UnitCode unit, YearMonth period) implements Comparable<ObligationKey> {

    /** Subject of the obligation's events: {@code 440703006101/2026-03}. */
    public String subject() {
        return unit.value() + "/" + period;
    }

    @Override
    public int compareTo(ObligationKey other) {
        int byUnit = unit.compareTo(other.unit);
        return byUnit != 0 ? byUnit : period.compareTo(other.period);
    }
}
