package org.linli.fund.period;

import org.jspecify.annotations.Nullable;
import org.linli.platform.text.Dates;

import java.time.YearMonth;
import java.util.Optional;

/** Periods on the wire: a year of four digits and a month, so that text sorts as time does. */
public final class Periods {

    /** What a period must look like, in words for an error message. */
    public static final String EXPECTED = Dates.PERIOD;

    private Periods() {}

    public static Optional<YearMonth> parse(@Nullable String text) {
        return Dates.period(text);
    }
}
