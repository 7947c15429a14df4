package org.linli.partner.room.web;

import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.Refusal;
import org.linli.partner.room.application.BookRoom;
import org.linli.partner.room.application.BookSeries;
import org.linli.partner.room.application.BookingQueue;
import org.linli.partner.room.application.CancelBooking;
import org.linli.partner.room.application.ReadBookings;
import org.linli.partner.room.application.RefusedException;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.UUID;
import java.util.function.Supplier;

/** What staff and partners do alike once it is known for whom: takes its turn, acts once, and says what is free instead. */
@Component
public class BookingEndpoint {

    private final BookingQueue queue;
    private final IdempotentCommands commands;
    private final BookRoom book;
    private final BookSeries series;
    private final CancelBooking end;
    private final ReadBookings read;

    BookingEndpoint(
            BookingQueue queue,
            IdempotentCommands commands,
            BookRoom book,
            BookSeries series,
            CancelBooking end,
            ReadBookings read) {
        this.queue = queue;
        this.commands = commands;
        this.book = book;
        this.series = series;
        this.end = end;
        this.read = read;
    }

    /** @param rooms that may be booked; @param visibility of the caller's own bookings */
    Mono<ResponseEntity<BookingView>> book(
            CommandKey key, BookingRequest body, BookingCommand ask, Scope rooms, Visibility visibility) {
        return booking(
                key,
                body,
                BookingView.class,
                ask,
                () -> book.book(ask, rooms)
                        .flatMap(id -> read.booking(id, visibility))
                        .map(BookingView::of)
                        .map(view ->
                                ExpectedVersion.created("/api/partner/bookings/" + view.id(), view, view.version())));
    }

    /** A command that books what is asked for, among other things; who comes too late is told what is free. */
    public <T> Mono<ResponseEntity<T>> booking(
            CommandKey key, Object body, Class<T> type, BookingCommand ask, Supplier<Mono<ResponseEntity<T>>> work) {
        return queue.run(commands.once(key, body, type, work)
                .onErrorResume(RefusedException.class, refused -> answer(refused.reason(), ask)));
    }

    Mono<ResponseEntity<SeriesView>> series(CommandKey key, SeriesRequest body, BookingCommand first, Scope rooms) {
        UUID id = UUID.randomUUID();
        return queue.run(commands.once(
                        key,
                        body,
                        SeriesView.class,
                        () -> series.book(body.of(first), id, rooms)
                                .map(all -> ResponseEntity.status(201).body(SeriesView.of(id, all))))
                .onErrorMap(BookSeries.SeriesRefused.class, refused -> seriesProblem(id, refused))
                .onErrorResume(RefusedException.class, refused -> answer(refused.reason(), first)));
    }

    Mono<ResponseEntity<WaitlistEntryView>> await(
            CommandKey key, BookingRequest body, BookingCommand ask, Scope rooms, Visibility visibility) {
        return queue.run(commands.once(
                        key,
                        body,
                        WaitlistEntryView.class,
                        () -> end.await(ask, rooms)
                                .flatMap(id -> read.wish(id, visibility))
                                .map(WaitlistEntryView::of)
                                .map(view -> ResponseEntity.status(201).body(view)))
                .onErrorMap(
                        RefusedException.class,
                        refused -> RoomProblems.problem(refused.reason()).exception()));
    }

    /** For other commands on bookings. */
    public <T> Mono<ResponseEntity<T>> once(
            CommandKey key, Object body, Class<T> type, Supplier<Mono<ResponseEntity<T>>> work) {
        return queue.run(commands.once(key, body, type, work)
                .onErrorMap(
                        RefusedException.class,
                        refused -> RoomProblems.problem(refused.reason()).exception()));
    }

    /** The answer of a command that was done before, without waiting for a turn; empty where it was not. */
    public <T> Mono<ResponseEntity<T>> kept(CommandKey key, Object body, Class<T> type) {
        return commands.kept(key, body, type);
    }

    /** The transaction is over: what is taken and what is free is looked up as it is now. */
    private <T> Mono<T> answer(Refusal refusal, BookingCommand ask) {
        if (!(refusal instanceof Refusal.SlotTaken)) {
            return Mono.error(RoomProblems.problem(refusal).exception());
        }
        return book.ground(ask.room(), Scope.everywhere())
                .flatMap(ground -> book.takenNow(ground, ask)
                        .flatMap(taken -> book.alternatives(ground, ask)
                                .flatMap(free -> Mono.error(RoomProblems.problem(taken)
                                        .with("free", SlotView.of(free))
                                        .exception()))));
    }

    private static RuntimeException seriesProblem(UUID id, BookSeries.SeriesRefused refused) {
        SeriesView view = SeriesView.of(id, refused.occurrences());
        return org.linli.platform.problem.Problem.conflict(
                        "series-refused", "Not every day of the series can be booked")
                .detail(view.refused() + " of " + view.occurrences().size() + " were refused; none is booked.")
                .with("occurrences", view.occurrences())
                .exception();
    }
}
