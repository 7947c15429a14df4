package org.linli.partner.room;

import org.jspecify.annotations.Nullable;
import org.linli.partner.history.ShanghaiDay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a list of bookings is narrowed to.
 *
 * @param within prefix of unit codes
 * @param from first day, @param to last day of their beginning
 */
public record BookingFilter(
        String within,
        @Nullable UUID room,
        @Nullable BookingState state,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    public Instant start() {
        LocalDate day = from == null || from.isBefore(FIRST) ? FIRST : from.isAfter(LAST) ? LAST : from;
        return day.atStartOfDay(ShanghaiDay.ZONE).toInstant();
    }

    public Instant end() {
        LocalDate day = to == null || to.isAfter(LAST) ? LAST : to.isBefore(FIRST) ? FIRST : to;
        return day.plusDays(1).atStartOfDay(ShanghaiDay.ZONE).toInstant();
    }
}
