package org.linli.fund.period;

/**
 * Periods from the first to the last, both included, as text that sorts by time.
 *
 * @param from {@code YYYY-MM}
 * @param to {@code YYYY-MM}
 */
public record PeriodRange(String from, String to) {

    public static final PeriodRange ALWAYS = new PeriodRange("0000-01", "9999-12");
}
