package org.linli.platform.unit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** Days and months are those of the street's calendar, wherever a service runs. */
public final class StreetTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private StreetTime() {}

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    /** Whether the month's first day has come. */
    public static boolean hasBegun(YearMonth month, Instant at) {
        return !month.atDay(1).isAfter(dayOf(at));
    }
}
