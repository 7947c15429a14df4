package org.linli.partner.room.application;

import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.partner.PartnerStatuses;
import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.BookingKind;
import org.linli.partner.room.BookingRules;
import org.linli.partner.room.FreeTimes;
import org.linli.partner.room.Holidays;
import org.linli.partner.room.Refusal;
import org.linli.partner.room.Room;
import org.linli.partner.room.Sharing;
import org.linli.partner.room.TimeSpan;
import org.linli.partner.room.store.Bookings;
import org.linli.partner.room.store.Rooms;
import org.linli.partner.unitsettings.UnitSettings;
import org.linli.platform.decision.Decision;
import org.linli.platform.failure.TransientFailures;
import org.linli.platform.problem.Problem;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Books a room: the rules first, then the lock of the branch, then what is taken and shared out already. */
@Service
public class BookRoom {

    private static final int MOST_ALTERNATIVES = 5;
    private static final int ALTERNATIVE_DAYS = 14;
    private static final String EXCLUSION_VIOLATION = "23P01";

    private final Rooms rooms;
    private final UnitSettings<Sharing> rules;
    private final Bookings bookings;
    private final PartnerStatuses standings;
    private final Holidays holidays;
    private final Clock clock;

    BookRoom(
            Rooms rooms,
            UnitSettings<Sharing> rules,
            Bookings bookings,
            PartnerStatuses standings,
            Holidays holidays,
            Clock clock) {
        this.rooms = rooms;
        this.rules = rules;
        this.bookings = bookings;
        this.standings = standings;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** The room and how its branch shares it out. */
    public record BookableRoom(Room room, Sharing sharing) {

        /** The same wish with the room's own parts where none were named. */
        BookingCommand whole(BookingCommand ask) {
            List<UUID> parts = ask.parts().isEmpty()
                    ? room.parts().stream().map(Room.Part::id).toList()
                    : ask.parts();
            return new BookingCommand(
                    ask.room(),
                    parts.stream().distinct().sorted().toList(),
                    ask.time(),
                    ask.kind(),
                    ask.partner(),
                    ask.purpose(),
                    ask.series(),
                    ask.by());
        }
    }

    /** Books inside the caller's transaction, or refuses. */
    public Mono<UUID> book(BookingCommand wish, Scope scope) {
        return ground(wish.room(), scope).flatMap(ground -> {
            BookingCommand ask = ground.whole(wish);
            return Mono.justOrEmpty(rules(ground, ask))
                    // Most losers of a rush learn it here, without having waited for the lock.
                    .switchIfEmpty(Mono.defer(() -> taken(ground, ask)))
                    .flatMap(BookRoom::<UUID>refuse)
                    .switchIfEmpty(Mono.defer(() -> bookings.lock(ground.room().unit())
                            .then(attempt(ground, ask))
                            .map(Decision::orRefuse)));
        });
    }

    /** The room, or a 404. */
    public Mono<BookableRoom> ground(UUID room, Scope scope) {
        return rooms.find(room, scope)
                .switchIfEmpty(Problem.missing("The room"))
                .flatMap(found ->
                        rules.holding(found.room().unit()).map(rule -> new BookableRoom(found.room(), rule.terms())));
    }

    /** Under the branch's lock: books or says why not. Parts are named. */
    Mono<Decision<UUID, Refusal>> attempt(BookableRoom ground, BookingCommand ask) {
        return Mono.justOrEmpty(rules(ground, ask))
                .switchIfEmpty(Mono.defer(() -> standing(ground, ask)))
                .switchIfEmpty(Mono.defer(() -> share(ground, ask)))
                .switchIfEmpty(Mono.defer(() -> taken(ground, ask)))
                .<Decision<UUID, Refusal>>map(Decision::refuse)
                .switchIfEmpty(Mono.defer(() -> add(ground, ask)));
    }

    private Mono<Decision<UUID, Refusal>> add(BookableRoom ground, BookingCommand ask) {
        TimeSpan held = ground.room().held(ask.time());
        return bookings.add(ground.room().unit(), ask, held, clock.instant())
                .<Decision<UUID, Refusal>>map(Decision::accept)
                // Somebody got in without asking for the lock: the table refuses, whatever the program thought.
                .onErrorMap(
                        failure -> TransientFailures.sqlState(failure)
                                .filter(EXCLUSION_VIOLATION::equals)
                                .isPresent(),
                        lost -> new Refusal.SlotTaken(List.of()).exception());
    }

    Optional<Refusal> rules(BookableRoom ground, BookingCommand ask) {
        return BookingRules.check(ground.room(), ask, ground.sharing(), holidays, clock.instant());
    }

    Mono<Refusal> taken(BookableRoom ground, BookingCommand ask) {
        return bookings.taken(ask.parts(), ground.room().held(ask.time()))
                .filter(taken -> !taken.isEmpty())
                .map(Refusal.SlotTaken::new);
    }

    /** What stands in the way now; nothing, where it was given back meanwhile. */
    public Mono<Refusal> takenNow(BookableRoom ground, BookingCommand wish) {
        return taken(ground, ground.whole(wish)).defaultIfEmpty(new Refusal.SlotTaken(List.of()));
    }

    private Mono<Refusal> standing(BookableRoom ground, BookingCommand ask) {
        UUID partner = ask.partner();
        return partner == null
                ? Mono.empty()
                : standings
                        .of(partner, ground.room().unit())
                        .filter(standing -> !standing.isActive())
                        .map(standing -> new Refusal.Suspended(Objects.requireNonNullElse(standing.reason(), "")));
    }

    private Mono<Refusal> share(BookableRoom ground, BookingCommand ask) {
        return ask.kind() == BookingKind.RESIDENT
                ? Mono.empty()
                : Flux.fromIterable(ask.time().byMonth())
                        .concatMap(piece -> share(ground, ask, piece))
                        .next();
    }

    private Mono<Refusal> share(BookableRoom ground, BookingCommand ask, TimeSpan piece) {
        YearMonth month = YearMonth.from(piece.day());
        return rooms.ofBranch(ground.room().unit())
                .map(all -> all.stream()
                        .mapToLong(room -> room.partMinutesOpen(month, holidays))
                        .sum())
                .flatMap(open -> bookings.used(ground.room().unit(), ask, start(month), start(month.plusMonths(1)))
                        .mapNotNull(used ->
                                ground.sharing().check(ask, piece, used, open).orElse(null)));
    }

    /** Slots of the same length and parts that the same caller could have instead. */
    public Mono<List<TimeSpan>> alternatives(BookableRoom ground, BookingCommand wish) {
        BookingCommand ask = ground.whole(wish);
        if (ask.time().minutes() > Duration.ofDays(ALTERNATIVE_DAYS).toMinutes()) {
            return Mono.just(List.of());
        }
        int minutes = Math.toIntExact(ask.time().minutes());
        Instant after = ask.time().from();
        Instant end = after.plus(Duration.ofDays(ALTERNATIVE_DAYS + 2L + FreeTimes.daysBeyond(minutes)));
        int ahead = ground.sharing().daysAhead(ask.kind(), ground.room().terms().daysAhead());
        LocalDate last = clock.instant().atZone(ShanghaiDay.ZONE).toLocalDate().plusDays(ahead);
        return bookings.busy(ask.parts(), after.minus(Duration.ofDays(1)), end)
                .map(busy -> new FreeTimes(ground.room(), busy, holidays)
                        .next(after, minutes, ALTERNATIVE_DAYS, last, MOST_ALTERNATIVES));
    }

    /** Stretches into which a booking of so many minutes fits that begins on these days. */
    public Mono<List<TimeSpan>> free(BookableRoom ground, List<UUID> parts, LocalDate from, LocalDate to, int minutes) {
        Instant start = from.atStartOfDay(ShanghaiDay.ZONE).toInstant();
        Instant end = to.plusDays(1L + FreeTimes.daysBeyond(minutes))
                .atStartOfDay(ShanghaiDay.ZONE)
                .toInstant();
        List<UUID> asked = parts.isEmpty()
                ? ground.room().parts().stream().map(Room.Part::id).toList()
                : parts;
        return bookings.busy(asked, start.minus(Duration.ofDays(1)), end.plus(Duration.ofDays(1)))
                .map(busy -> new FreeTimes(ground.room(), busy, holidays).windows(from, to, minutes, clock.instant()));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ShanghaiDay.ZONE).toInstant();
    }

    static <T> Mono<T> refuse(Refusal reason) {
        return Mono.error(reason::exception);
    }
}
