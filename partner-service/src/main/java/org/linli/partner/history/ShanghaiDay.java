package org.linli.partner.history;

import org.linli.platform.unit.StreetTime;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are those of Shanghai. */
public final class ShanghaiDay {

    public static final ZoneId ZONE = StreetTime.ZONE;

    private ShanghaiDay() {}

    public static LocalDate today(Clock clock) {
        return StreetTime.today(clock);
    }
}
