package org.linli.partner.room;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.decision.Decision;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.room.RoomFixtures.HOLIDAY;
import static org.linli.partner.room.RoomFixtures.HOLIDAYS;
import static org.linli.partner.room.RoomFixtures.WORKING_SATURDAY;
import static org.linli.partner.room.RoomFixtures.always;
import static org.linli.partner.room.RoomFixtures.ask;
import static org.linli.partner.room.RoomFixtures.at;
import static org.linli.partner.room.RoomFixtures.nights;
import static org.linli.partner.room.RoomFixtures.room;
import static org.linli.partner.room.RoomFixtures.span;

class RoomRulesTest {

    private static final Instant NOW = at("2026-09-28T10:07");
    private static final Sharing SHARING = new Sharing(new BigDecimal("0.2000"), new BigDecimal("0.5000"), 7);

    @Test
    void a_room_is_open_in_the_hours_of_its_weekday() {
        assertThat(room(1, 0, 0, false).openOn(LocalDate.of(2026, 10, 11), HOLIDAYS))
                .containsExactly(span("2026-10-11", "09:00", "12:00"), span("2026-10-11", "14:00", "21:00"));
    }

    @Test
    void a_holiday_closes_it_or_is_like_a_sunday() {
        assertThat(room(1, 0, 0, false).openOn(HOLIDAY, HOLIDAYS)).isEmpty();
        assertThat(room(1, 0, 0, true).openOn(HOLIDAY, HOLIDAYS)).hasSize(2);
    }

    @Test
    void a_working_saturday_is_like_a_friday() {
        assertThat(room(1, 0, 0, false).openOn(WORKING_SATURDAY, HOLIDAYS))
                .containsExactly(span("2026-10-10", "18:00", "21:00"));
    }

    @Test
    void a_closed_day_is_closed() {
        LocalDate day = LocalDate.of(2026, 10, 11);
        assertThat(room(1, 0, 0, false, day).openOn(day, HOLIDAYS)).isEmpty();
    }

    @Test
    void opening_time_counts_each_part() {
        long one = room(1, 0, 0, true).partMinutesOpen(YearMonth.of(2026, 11), HOLIDAYS);
        // November 2026: 21 weekdays of 180 minutes, 9 days of weekends of 600.
        assertThat(one).isEqualTo(21 * 180 + 9 * 600);
        assertThat(room(3, 0, 0, true).partMinutesOpen(YearMonth.of(2026, 11), HOLIDAYS))
                .isEqualTo(3 * one);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-29, 18:00, 19:30, fine",
        "2026-09-29, 18:00, 21:00, fine",
        "2026-09-29, 18:07, 19:30, NotOnTheGrid",
        "2026-09-29, 18:00, 19:31, NotOnTheGrid",
        "2026-09-29, 19:00, 19:00, NotOnTheGrid",
        "2026-09-29, 19:00, 18:00, NotOnTheGrid",
        "2026-09-28, 10:00, 11:00, InThePast",
        "2026-11-27, 18:00, 19:00, fine",
        "2026-11-28, 18:00, 19:00, TooFarAhead",
        "2026-09-29, 17:45, 19:00, Closed",
        "2026-09-29, 20:00, 21:15, Closed",
        "2026-10-11, 11:00, 15:00, Closed",
        "2026-10-01, 18:00, 19:00, Closed",
    })
    void a_booking_is_on_the_grid_in_time_and_within_hours(String day, String from, String to, String outcome) {
        Room room = room(2, 0, 0, false);
        assertThat(BookingRules.check(
                                room, ask(room, span(day, from, to), BookingKind.RESIDENT), SHARING, HOLIDAYS, NOW)
                        .map(refusal -> refusal.getClass().getSimpleName())
                        .orElse("fine"))
                .isEqualTo(outcome);
    }

    @Test
    void partners_book_fewer_days_ahead_than_residents() {
        Room room = room(1, 0, 0, false);
        TimeSpan time = span("2026-10-06", "18:00", "19:00");
        assertThat(BookingRules.check(room, ask(room, time, BookingKind.RESIDENT), SHARING, HOLIDAYS, NOW))
                .isEmpty();
        assertThat(BookingRules.check(room, ask(room, time, BookingKind.SERVICE), SHARING, HOLIDAYS, NOW))
                .contains(new Refusal.TooFarAhead(7, LocalDate.of(2026, 10, 5)));
    }

    @ParameterizedTest
    @CsvSource({"0,200,true", "100,100,true", "100,101,false", "200,1,false", "0,0,true"})
    void offices_have_a_fifth(long used, long asked, boolean within) {
        assertThat(Sharing.staysWithin(new BigDecimal("0.2000"), used, asked, 1000))
                .isEqualTo(within);
    }

    @Test
    void residents_have_no_share_to_exceed() {
        Room room = room(1, 0, 0, false);
        TimeSpan time = span("2026-10-12", "18:00", "19:00");
        assertThat(SHARING.check(ask(room, time, BookingKind.RESIDENT), time, 1_000_000, 10))
                .isEmpty();
        assertThat(SHARING.check(ask(room, time, BookingKind.OFFICE), time, 150, 1000))
                .contains(new Refusal.ShareUsed(
                        BookingKind.OFFICE, YearMonth.of(2026, 10), new BigDecimal("0.2000"), 150, 60, 1000));
    }

    @Test
    void a_booking_over_a_months_end_takes_from_each_month_what_lies_in_it() {
        Room room = room(2, 0, 0, false);
        TimeSpan october = new TimeSpan(at("2026-10-31T22:00"), at("2026-11-01T00:00"));
        TimeSpan november = new TimeSpan(at("2026-11-01T00:00"), at("2026-11-01T01:30"));
        TimeSpan time = new TimeSpan(october.from(), november.to());
        assertThat(time.byMonth()).containsExactly(october, november);
        assertThat(october.byMonth()).containsExactly(october);
        assertThat(new TimeSpan(at("2026-10-31T22:00"), at("2027-01-01T00:15")).byMonth())
                .hasSize(4);
        BookingCommand ask = ask(room, time, BookingKind.OFFICE);
        assertThat(SHARING.check(ask, october, 760, 5000)).isEmpty();
        assertThat(SHARING.check(ask, november, 821, 5000))
                .contains(new Refusal.ShareUsed(
                        BookingKind.OFFICE, YearMonth.of(2026, 11), new BigDecimal("0.2000"), 821, 180, 5000));
    }

    @ParameterizedTest
    @CsvSource({
        "BOOKED, 2026-10-10T17:59, CANCELLED",
        "BOOKED, 2026-10-10T18:00, CANCELLED",
        "BOOKED, 2026-10-10T18:01, CANCELLED_LATE",
        "BOOKED, 2026-10-11T17:59, CANCELLED_LATE",
        "BOOKED, 2026-10-11T18:00, AlreadyStarted",
        "BOOKED, 2026-10-12T18:00, AlreadyStarted",
        "CANCELLED, 2026-10-01T18:00, NotInThisState",
        "CANCELLED, 2026-10-11T12:00, NotInThisState",
        "CANCELLED, 2026-10-12T18:00, NotInThisState",
        "CANCELLED_LATE, 2026-10-01T18:00, NotInThisState",
        "CANCELLED_LATE, 2026-10-11T12:00, NotInThisState",
        "CANCELLED_LATE, 2026-10-12T18:00, NotInThisState",
    })
    void every_state_meets_a_cancellation_at_every_time(BookingState state, String now, String outcome) {
        String came = switch (state.cancel(at("2026-10-11T18:00"), 24, at(now))) {
            case Decision.Accepted<BookingState, Refusal> done -> done.next().name();
            case Decision.Refused<BookingState, Refusal> refused ->
                refused.reason().getClass().getSimpleName();
        };
        assertThat(came).isEqualTo(outcome);
    }

    @Test
    void free_windows_keep_the_gaps() {
        Room room = room(1, 15, 30, false);
        List<TimeSpan> busy = List.of(room.held(span("2026-10-11", "16:00", "17:00")));
        assertThat(new FreeTimes(room, busy, HOLIDAYS)
                        .windows(LocalDate.of(2026, 10, 11), LocalDate.of(2026, 10, 11), 60, NOW))
                .containsExactly(
                        span("2026-10-11", "09:00", "12:00"),
                        span("2026-10-11", "14:00", "15:15"),
                        span("2026-10-11", "17:45", "21:00"));
    }

    @Test
    void alternatives_do_not_overlap_and_come_in_order() {
        Room room = room(1, 0, 0, false);
        List<TimeSpan> busy = List.of(span("2026-10-11", "14:00", "19:00"));
        assertThat(new FreeTimes(room, busy, HOLIDAYS)
                        .next(at("2026-10-11T15:00"), 90, 14, LocalDate.of(2026, 12, 1), 3))
                .containsExactly(
                        span("2026-10-11", "19:00", "20:30"),
                        span("2026-10-12", "18:00", "19:30"),
                        span("2026-10-12", "19:30", "21:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-12T20:00, 2026-10-13T02:00, nights, fine",
        "2026-10-12T20:00, 2026-10-13T02:15, nights, Closed",
        "2026-10-12T23:00, 2026-10-14T00:15, always, fine",
        "2026-10-12T00:00, 2026-10-14T00:00, always, fine",
        "2026-10-12T00:00, 2026-10-19T12:00, always, fine",
        "2026-09-28T12:00, 2026-10-01T00:00, always, fine",
        "2026-09-28T12:00, 2026-10-01T00:15, always, Closed",
        "2026-11-27T12:00, 2026-11-29T00:00, always, fine",
        "2026-11-27T12:00, 2026-11-29T00:15, always, NotOnTheGrid",
        "2026-11-27T12:00, 9999-11-29T00:00, always, NotOnTheGrid",
    })
    void what_is_open_until_midnight_and_from_it_on_is_open_throughout(
            String from, String to, String hours, String outcome) {
        Room room = hours.equals("nights") ? room(nights()) : room(always());
        TimeSpan time = new TimeSpan(at(from), at(to));
        assertThat(BookingRules.check(room, ask(room, time, BookingKind.RESIDENT), SHARING, HOLIDAYS, NOW)
                        .map(refusal -> refusal.getClass().getSimpleName())
                        .orElse("fine"))
                .isEqualTo(outcome);
    }

    @Test
    void free_windows_go_on_after_midnight() {
        FreeTimes free = new FreeTimes(room(nights()), List.of(), HOLIDAYS);
        LocalDate monday = LocalDate.of(2026, 10, 12);
        TimeSpan first = new TimeSpan(at("2026-10-12T20:00"), at("2026-10-13T02:00"));
        TimeSpan second = new TimeSpan(at("2026-10-13T20:00"), at("2026-10-14T02:00"));
        assertThat(free.windows(monday, monday, 300, NOW)).containsExactly(first);
        assertThat(free.windows(monday, monday.plusDays(1), 60, NOW))
                .containsExactly(span("2026-10-12", "00:00", "02:00"), first, second);
        assertThat(free.next(at("2026-10-12T21:00"), 180, 14, monday.plusDays(1), 9))
                .containsExactly(
                        new TimeSpan(at("2026-10-12T21:00"), at("2026-10-13T00:00")),
                        new TimeSpan(at("2026-10-13T20:00"), at("2026-10-13T23:00")),
                        new TimeSpan(at("2026-10-13T23:00"), at("2026-10-14T02:00")));
    }

    @Test
    void a_window_of_the_days_asked_ends_at_what_is_held_after_midnight() {
        List<TimeSpan> busy = List.of(span("2026-10-13", "00:30", "01:00"));
        LocalDate monday = LocalDate.of(2026, 10, 12);
        assertThat(new FreeTimes(room(nights()), busy, HOLIDAYS).windows(monday, monday, 60, NOW))
                .containsExactly(
                        span("2026-10-12", "00:00", "02:00"),
                        new TimeSpan(at("2026-10-12T20:00"), at("2026-10-13T00:30")));
    }

    /** Against trying every quarter of an hour. */
    @Test
    void windows_are_exactly_what_fits() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        LocalDate day = LocalDate.of(2026, 10, 11);
        for (int run = 0; run < 300; run++) {
            Room room = room(2, 5 * random.nextInt(5), 5 * random.nextInt(5), false);
            List<TimeSpan> busy = someBusy(room, random);
            int minutes = 15 * (1 + random.nextInt(12));
            List<TimeSpan> windows = new FreeTimes(room, busy, HOLIDAYS).windows(day, day, minutes, NOW);
            for (Instant from = at("2026-10-11T08:00");
                    from.isBefore(at("2026-10-11T22:00"));
                    from = quarterLater(from)) {
                TimeSpan time = new TimeSpan(from, from.plus(Duration.ofMinutes(minutes)));
                boolean open = room.openOn(day, HOLIDAYS).stream().anyMatch(hours -> hours.holds(time));
                boolean free = busy.stream().noneMatch(held -> held.overlaps(room.held(time)));
                assertThat(windows.stream().anyMatch(window -> window.holds(time)))
                        .as("seed %d, %s in %s", seed, time, windows)
                        .isEqualTo(open && free);
            }
        }
    }

    private static List<TimeSpan> someBusy(Room room, Random random) {
        List<TimeSpan> busy = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            Instant from = at("2026-10-11T09:00").plus(Duration.ofMinutes(15L * random.nextInt(48)));
            busy.add(room.held(new TimeSpan(from, from.plus(Duration.ofMinutes(15L * (1 + random.nextInt(8)))))));
        }
        busy.sort(Comparator.comparing(TimeSpan::from));
        return busy;
    }

    private static Instant quarterLater(Instant time) {
        return time.plus(Duration.ofMinutes(15));
    }
}
