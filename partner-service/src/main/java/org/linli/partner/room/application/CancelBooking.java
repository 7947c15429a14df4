package org.linli.partner.room.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.room.Booking;
import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.BookingState;
import org.linli.partner.room.Refusal;
import org.linli.partner.room.WaitlistEntry;
import org.linli.partner.room.store.Bookings;
import org.linli.partner.room.store.Waitlist;
import org.linli.platform.decision.Decision;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Cancels bookings, and gives what comes free to who waits for it, in the same transaction. */
@Service
public class CancelBooking {

    private final BookRoom book;
    private final Bookings bookings;
    private final Waitlist wishes;
    private final Clock clock;

    CancelBooking(BookRoom book, Bookings bookings, Waitlist wishes, Clock clock) {
        this.book = book;
        this.bookings = bookings;
        this.wishes = wishes;
        this.clock = clock;
    }

    /** Inside the caller's transaction. */
    public Mono<Booking> cancel(
            UUID id, @Nullable String reason, String by, Visibility visibility, ExpectedVersion expected) {
        return find(id, visibility)
                .flatMap(seen -> book.ground(seen.room(), Scope.everywhere()))
                .flatMap(ground -> bookings.lock(ground.room().unit())
                        .then(find(id, visibility))
                        .doOnNext(row -> expected.check(row.version()))
                        .flatMap(row -> decide(row, ground)
                                .flatMap(next -> bookings.end(id, next, by, clock.instant(), reason, visibility))
                                .then(promote(ground, row)))
                        .then(find(id, visibility)));
    }

    private Mono<Booking> find(UUID id, Visibility visibility) {
        return bookings.find(id, visibility).switchIfEmpty(Problem.missing("The booking"));
    }

    private Mono<BookingState> decide(Booking row, BookRoom.BookableRoom ground) {
        return Mono.fromSupplier(() -> row.state()
                .cancel(row.time().from(), ground.room().terms().freeUntil(), clock.instant())
                .orRefuse());
    }

    private Mono<Void> promote(BookRoom.BookableRoom ground, Booking freed) {
        // Twice the gaps: who waits keeps gaps of their own.
        return wishes.waiting(
                        ground.room().id(), ground.room().held(ground.room().held(freed.time())), clock.instant())
                .flatMapMany(Flux::fromIterable)
                .concatMap(wish -> book.attempt(ground, wish.ask()).flatMap(outcome -> switch (outcome) {
                    case Decision.Accepted<UUID, Refusal>(UUID booking) -> wishes.promote(wish.id(), booking);
                    case Decision.Refused<UUID, Refusal> _ -> Mono.<Void>empty();
                }))
                .then();
    }

    /** Puts somebody in line for what is taken; refused where it is free. Inside the caller's transaction. */
    public Mono<UUID> await(BookingCommand wish, Scope scope) {
        return book.ground(wish.room(), scope).flatMap(ground -> {
            BookingCommand ask = ground.whole(wish);
            return Mono.justOrEmpty(book.rules(ground, ask))
                    .flatMap(BookRoom::<UUID>refuse)
                    .switchIfEmpty(Mono.defer(() -> bookings.lock(ground.room().unit())
                            .then(book.taken(ground, ask))
                            .switchIfEmpty(BookRoom.refuse(new Refusal.SlotFree()))
                            .flatMap(taken -> wishes.add(ground.room().unit(), ask, clock.instant()))));
        });
    }

    /** Leaves the line. */
    public Mono<WaitlistEntry> withdraw(UUID id, Visibility visibility) {
        return wishes.find(id, visibility)
                .switchIfEmpty(Problem.missing("The entry"))
                .flatMap(wish -> wishes.withdraw(id, visibility)
                        .flatMap(done -> done
                                ? wishes.find(id, visibility)
                                : BookRoom.refuse(new Refusal.NotInThisState(wish.state()))));
    }
}
