package org.linli.company.consolidation;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** A closed range of periods (months), at most {@link #MOST} of them. */
public record Months(YearMonth from, YearMonth to) {

    /** Ten years: enough for any report, and a bound for what one read may touch. */
    public static final int MOST = 120;

    /** @throws IllegalArgumentException where the range is empty or too long */
    public Months {
        if (from.isAfter(to) || length(from, to) > MOST) {
            throw new IllegalArgumentException("not 1 to " + MOST + " months: " + from + " to " + to);
        }
    }

    public static long length(YearMonth from, YearMonth to) {
        return ChronoUnit.MONTHS.between(from, to) + 1;
    }
}
