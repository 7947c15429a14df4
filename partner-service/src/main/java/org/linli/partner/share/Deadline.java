package org.linli.partner.share;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** By when the turnover of a period is reported. */
public record Deadline(LocalDate day) {

    /** @param dueDay of the month after */
    public static Deadline of(YearMonth period, int dueDay) {
        return new Deadline(period.plusMonths(1).atDay(dueDay));
    }

    /** Days by which this day comes too late; 0 up to the last day allowed. */
    public int daysLate(LocalDate on) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(day, on));
    }
}
