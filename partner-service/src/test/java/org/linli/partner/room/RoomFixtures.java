package org.linli.partner.room;

import org.linli.partner.history.ShanghaiDay;
import org.linli.platform.unit.UnitCode;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Rooms and times for the rules' tests. */
final class RoomFixtures {

    static final LocalDate HOLIDAY = LocalDate.of(2026, 10, 1);
    static final LocalDate WORKING_SATURDAY = LocalDate.of(2026, 10, 10);
    static final Holidays HOLIDAYS = new Holidays(Map.of(HOLIDAY, "国庆节"), Set.of(WORKING_SATURDAY));

    private RoomFixtures() {}

    /** Weekday evenings 18:00–21:00 and weekends 09:00–12:00, 14:00–21:00. */
    static OpeningHours eveningsAndWeekends() {
        return new OpeningHours(Arrays.stream(DayOfWeek.values())
                .flatMap(day -> day.getValue() < 6
                        ? java.util.stream.Stream.of(hours(day, 18, 21))
                        : java.util.stream.Stream.of(hours(day, 9, 12), hours(day, 14, 21)))
                .toList());
    }

    /** Every day 20:00–24:00 and 00:00–02:00. */
    static OpeningHours nights() {
        return new OpeningHours(Arrays.stream(DayOfWeek.values())
                .flatMap(day -> java.util.stream.Stream.of(hours(day, 20, 24), hours(day, 0, 2)))
                .toList());
    }

    /** Every day 00:00–24:00. */
    static OpeningHours always() {
        return new OpeningHours(
                Arrays.stream(DayOfWeek.values()).map(day -> hours(day, 0, 24)).toList());
    }

    static OpeningHours.Opening hours(DayOfWeek day, int opens, int closes) {
        return new OpeningHours.Opening(day, TimeOfDay.of(opens, 0), TimeOfDay.of(closes, 0));
    }

    /** Undivided, without gaps, closed on holidays. */
    static Room room(OpeningHours hours) {
        return room(hours, 1, 0, 0, false);
    }

    static Room room(int parts, int setUp, int cleanUp, boolean openOnHolidays, LocalDate... closed) {
        return room(eveningsAndWeekends(), parts, setUp, cleanUp, openOnHolidays, closed);
    }

    private static Room room(
            OpeningHours hours, int parts, int setUp, int cleanUp, boolean openOnHolidays, LocalDate... closed) {
        return new Room(
                new UUID(0, 1),
                UnitCode.of("440703006101"),
                IntStream.rangeClosed(1, parts)
                        .mapToObj(n -> new Room.Part(new UUID(1, n), "part " + n))
                        .toList(),
                new Room.Terms(
                        "多功能厅",
                        "三楼",
                        60,
                        List.of("投影仪"),
                        hours,
                        Set.of(closed),
                        openOnHolidays,
                        setUp,
                        cleanUp,
                        60,
                        24),
                1);
    }

    /** A time in Shanghai. @param text such as 2026-12-05T18:00 */
    static Instant at(String text) {
        return java.time.LocalDateTime.parse(text).atZone(ShanghaiDay.ZONE).toInstant();
    }

    static TimeSpan span(String day, String from, String to) {
        return new TimeSpan(at(day + "T" + from), at(day + "T" + to));
    }

    static BookingCommand ask(Room room, TimeSpan time, BookingKind kind) {
        return new BookingCommand(
                room.id(),
                room.parts().stream().map(Room.Part::id).toList(),
                time,
                kind,
                kind == BookingKind.SERVICE ? new UUID(2, 2) : null,
                "合唱团",
                null,
                "clerk");
    }
}
