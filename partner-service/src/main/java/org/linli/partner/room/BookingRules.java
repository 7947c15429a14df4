package org.linli.partner.room;

import org.linli.partner.history.ShanghaiDay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a booking must be like before anybody looks whether the room is free. */
public final class BookingRules {

    /** Bookings begin and end on quarters of an hour. */
    public static final int GRID_MINUTES = 15;

    private BookingRules() {}

    /** The first thing that is wrong, if anything is. */
    public static Optional<Refusal> check(
            Room room, BookingCommand ask, Sharing sharing, Holidays holidays, Instant now) {
        return onTheGrid(ask.time())
                .or(() -> inTime(
                        ask.time(), sharing.daysAhead(ask.kind(), room.terms().daysAhead()), now))
                .or(() -> partsKnown(room, ask.parts()))
                .or(() -> withinHours(room, ask.time(), holidays));
    }

    static Optional<Refusal> onTheGrid(TimeSpan time) {
        if (!isOnGrid(time.from())) {
            return Optional.of(new Refusal.NotOnTheGrid("from", "not on a quarter of an hour", "such as 18:15"));
        }
        if (!isOnGrid(time.to())) {
            return Optional.of(new Refusal.NotOnTheGrid("to", "not on a quarter of an hour", "such as 19:45"));
        }
        return time.from().isBefore(time.to())
                ? Optional.empty()
                : Optional.of(new Refusal.NotOnTheGrid("to", "not after the beginning", "later than 'from'"));
    }

    /** It begins within the days ahead, and ends no later than through the night and day after them. */
    static Optional<Refusal> inTime(TimeSpan time, int daysAhead, Instant now) {
        if (time.from().isBefore(now)) {
            return Optional.of(new Refusal.InThePast());
        }
        LocalDate last = now.atZone(ShanghaiDay.ZONE).toLocalDate().plusDays(daysAhead);
        boolean tooFar = !time.from()
                .isBefore(last.plusDays(1).atStartOfDay(ShanghaiDay.ZONE).toInstant());
        if (tooFar) {
            return Optional.of(new Refusal.TooFarAhead(daysAhead, last));
        }
        Instant end = last.plusDays(2).atStartOfDay(ShanghaiDay.ZONE).toInstant();
        return time.to().isAfter(end)
                ? Optional.of(new Refusal.NotOnTheGrid("to", "too far ahead", "until the end of " + last.plusDays(1)))
                : Optional.empty();
    }

    static Optional<Refusal> withinHours(Room room, TimeSpan time, Holidays holidays) {
        LocalDate day = time.day();
        boolean throughout =
                room.openThrough(day, time.lastDay(), holidays).stream().anyMatch(hours -> hours.holds(time));
        if (throughout) {
            return Optional.empty();
        }
        List<TimeSpan> open = room.openOn(day, holidays);
        String why = room.terms().closedDays().contains(day)
                ? "closed on this day"
                : open.isEmpty() && holidays.on(day).isPresent()
                        ? "closed on public holidays: " + holidays.on(day).orElseThrow()
                        : open.isEmpty() ? "closed on this weekday" : "outside its opening hours";
        return Optional.of(new Refusal.Closed(day, why, open));
    }

    private static Optional<Refusal> partsKnown(Room room, List<java.util.UUID> parts) {
        return room.parts().stream().map(Room.Part::id).toList().containsAll(parts)
                ? Optional.empty()
                : Optional.of(new Refusal.NoSuchPart(room.parts()));
    }

    private static boolean isOnGrid(Instant time) {
        return time.getNano() == 0
                && time.getEpochSecond() % Duration.ofMinutes(GRID_MINUTES).toSeconds() == 0;
    }
}
