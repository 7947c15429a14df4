package org.linli.fund.period;

import org.jspecify.annotations.Nullable;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** Periods on the wire: a year of four digits and a month, so that text sorts as time does. */
public final class Periods {

    /** What a period must look like, in words for an error message. */
    public static final String EXPECTED = "a period such as 2026-03";

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private Periods() {}

    public static Optional<YearMonth> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(YearMonth.parse(text)) : Optional.empty();
    }
}
