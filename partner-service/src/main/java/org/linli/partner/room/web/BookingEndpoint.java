package org.linli.partner.room.web;

import org.linli.partner.room.Booking;
import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.Refusal;
import org.linli.partner.room.WaitlistEntry;
import org.linli.partner.room.application.BookRoom;
import org.linli.partner.room.application.BookSeries;
import org.linli.partner.room.application.BookingQueue;
import org.linli.partner.room.application.CancelBooking;
import org.linli.partner.room.application.ReadBookings;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.decision.RefusedException;
import org.linli.platform.idempotency.CommandKey;
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
    private final BookRoom book;
    private final BookSeries series;
    private final CancelBooking end;
    private final ReadBookings read;
    private final CommandEndpoint<Booking, BookingView> bookings;
    private final CommandEndpoint<SeriesView, SeriesView> allSeries;
    private final CommandEndpoint<WaitlistEntry, WaitlistEntryView> wishes;

    BookingEndpoint(
            BookingQueue queue,
            CommandEndpoints commands,
            BookRoom book,
            BookSeries series,
            CancelBooking end,
            ReadBookings read) {
        this.queue = queue;
        this.book = book;
        this.series = series;
        this.end = end;
        this.read = read;
        this.bookings = commands.of("The booking", BookingView.class, BookingView::of)
                .at("/api/partner/bookings", BookingView::id)
                .versioned(BookingView::version);
        this.allSeries = commands.of("The series", SeriesView.class);
        this.wishes = commands.of("The wish", WaitlistEntryView.class, WaitlistEntryView::of);
    }

    /** @param rooms that may be booked; @param visibility of the caller's own bookings */
    Mono<ResponseEntity<BookingView>> book(
            CommandKey key, BookingRequest body, BookingCommand ask, Scope rooms, Visibility visibility) {
        return booking(
                ask,
                bookings.create(
                        key, body, () -> book.book(ask, rooms).flatMap(id -> read.booking(id, visibility))));
    }

    /** A command that books what is asked for, among other things; who comes too late is told what is free. */
    public <V> Mono<ResponseEntity<V>> booking(BookingCommand ask, Mono<ResponseEntity<V>> command) {
        return queue.run(command.onErrorResume(
                failure -> failure instanceof RefusedException refused && refused.reason() instanceof Refusal.SlotTaken,
                late -> withFree(ask)));
    }

    Mono<ResponseEntity<SeriesView>> series(CommandKey key, SeriesRequest body, BookingCommand first, Scope rooms) {
        UUID id = UUID.randomUUID();
        return booking(
                first,
                allSeries.create(
                        key, body, () -> series.book(body.of(first), id, rooms).map(all -> SeriesView.of(id, all))));
    }

    Mono<ResponseEntity<WaitlistEntryView>> await(
            CommandKey key, BookingRequest body, BookingCommand ask, Scope rooms, Visibility visibility) {
        return inTurn(wishes.create(key, body, () -> end.await(ask, rooms).flatMap(id -> read.wish(id, visibility))));
    }

    Mono<ResponseEntity<BookingView>> change(CommandKey key, Object body, Supplier<Mono<Booking>> command) {
        return inTurn(bookings.change(key, body, command));
    }

    Mono<ResponseEntity<WaitlistEntryView>> changeWish(
            CommandKey key, Object body, Supplier<Mono<WaitlistEntry>> command) {
        return inTurn(wishes.change(key, body, command));
    }

    /** For other commands on bookings. */
    public <V> Mono<ResponseEntity<V>> inTurn(Mono<ResponseEntity<V>> command) {
        return queue.run(command);
    }

    /** The transaction is over: what is taken and what is free is looked up as it is now. */
    private <T> Mono<T> withFree(BookingCommand ask) {
        return book.ground(ask.room(), Scope.everywhere())
                .flatMap(ground -> book.takenNow(ground, ask)
                        .flatMap(taken -> book.alternatives(ground, ask)
                                .flatMap(free -> Mono.error(RoomProblems.problem(taken)
                                        .with("free", SlotView.of(free))
                                        .exception()))));
    }
}
