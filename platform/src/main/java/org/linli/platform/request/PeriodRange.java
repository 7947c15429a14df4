package org.linli.platform.request;

import org.jspecify.annotations.Nullable;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Periods from the first to the last, both included. */
public record PeriodRange(YearMonth first, YearMonth last) {

    /** Holds every period there can be. */
    public static final PeriodRange ALWAYS = new PeriodRange(YearMonth.of(0, 1), YearMonth.of(9999, 12));

    /** @throws IllegalArgumentException where it would hold none */
    public PeriodRange {
        if (first.isAfter(last)) {
            throw new IllegalArgumentException("no range of periods: " + first + " to " + last);
        }
    }

    /** Without a bound where none is given. */
    public static PeriodRange of(@Nullable YearMonth first, @Nullable YearMonth last) {
        return new PeriodRange(first == null ? ALWAYS.first : first, last == null ? ALWAYS.last : last);
    }

    public boolean holds(YearMonth period) {
        return !period.isBefore(first) && !period.isAfter(last);
    }

    public long months() {
        return ChronoUnit.MONTHS.between(first, last) + 1;
    }

    /** The first period as tables hold it: text that sorts as time does. */
    public String from() {
        return first.toString();
    }

    /** The last period as tables hold it. */
    public String to() {
        return last.toString();
    }
}
