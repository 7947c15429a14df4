package org.linli.partner.room.application;

import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.Holidays;
import org.linli.partner.room.Occurrence;
import org.linli.partner.room.Refusal;
import org.linli.partner.room.TimeSpan;
import org.linli.partner.room.calendar.Recurrence;
import org.linli.partner.room.store.Bookings;
import org.linli.platform.decision.Decision;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.StreetTime;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Books a room again and again: each day is answered for itself, all in the caller's transaction. */
@Service
public class BookSeries {

    private final BookRoom book;
    private final Bookings bookings;
    private final Holidays holidays;

    BookSeries(BookRoom book, Bookings bookings, Holidays holidays) {
        this.book = book;
        this.bookings = bookings;
        this.holidays = holidays;
    }

    /**
     * @param first with the room, the length and the hour of every one
     * @param exceptions days left out
     * @param allOrNothing whether one refusal refuses all
     */
    public record Series(
            BookingCommand first,
            Recurrence rule,
            Set<LocalDate> exceptions,
            boolean skipHolidays,
            boolean allOrNothing) {}

    public Mono<List<Occurrence>> book(Series series, UUID id, Scope scope) {
        return book.ground(series.first().room(), scope)
                .flatMap(ground -> bookings.lock(ground.room().unit())
                        .thenMany(Flux.fromIterable(asks(series, id, ground)))
                        .concatMap(ask -> one(series, ground, ask))
                        .collectList()
                        .flatMap(all -> series.allOrNothing() && all.stream().anyMatch(one -> one.refusal() != null)
                                ? Mono.error(() -> new Refusal.SeriesRefused(id, all).exception())
                                : Mono.just(all)));
    }

    private List<BookingCommand> asks(Series series, UUID id, BookRoom.BookableRoom ground) {
        BookingCommand first = ground.whole(series.first());
        LocalDate day = first.time().day();
        // One day more than may be booked: a rule that runs on is told so by its first day too far ahead.
        return series
                .rule()
                .days(LocalDateTime.ofInstant(first.time().from(), StreetTime.ZONE), day.plusDays(366))
                .stream()
                .map(date -> first.at(moved(first.time(), day, date), id))
                .toList();
    }

    private Mono<Occurrence> one(Series series, BookRoom.BookableRoom ground, BookingCommand ask) {
        LocalDate day = ask.time().day();
        if (series.exceptions().contains(day)) {
            return Mono.just(new Occurrence(ask.time(), null, null, List.of(), "exception"));
        }
        if (series.skipHolidays() && holidays.on(day).isPresent()) {
            return Mono.just(new Occurrence(
                    ask.time(), null, null, List.of(), holidays.on(day).orElseThrow()));
        }
        return book.attempt(ground, ask).flatMap(outcome -> switch (outcome) {
            case Decision.Accepted<UUID, Refusal>(UUID booking) ->
                Mono.just(new Occurrence(ask.time(), booking, null, List.of(), null));
            case Decision.Refused<UUID, Refusal> refused ->
                book.alternatives(ground, ask)
                        .map(free -> new Occurrence(ask.time(), null, refused.reason(), free, null));
        });
    }

    /** The same hours on another day; Shanghai has no summer time. */
    private static TimeSpan moved(TimeSpan time, LocalDate from, LocalDate to) {
        var days = java.time.Duration.ofDays(java.time.temporal.ChronoUnit.DAYS.between(from, to));
        return new TimeSpan(time.from().plus(days), time.to().plus(days));
    }
}
