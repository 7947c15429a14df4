package org.linli.company.consolidation.store;

import org.jspecify.annotations.Nullable;

import java.time.YearMonth;

/** The bounds of a list's periods as texts that sort like the periods; open where nothing was asked. */
public record Periods(String from, String to) {

    private static final String FIRST = "0000-01";
    private static final String LAST = "9999-12";

    public static Periods of(@Nullable YearMonth from, @Nullable YearMonth to) {
        return new Periods(from == null ? FIRST : from.toString(), to == null ? LAST : to.toString());
    }
}
