package org.linli.partner.step;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are those of Shanghai. */
public final class ShanghaiDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ShanghaiDay() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
