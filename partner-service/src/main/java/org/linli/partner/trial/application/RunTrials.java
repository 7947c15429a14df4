package org.linli.partner.trial.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.proposal.store.ProposalsInTrial;
import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.application.BookRoom;
import org.linli.partner.room.application.CancelBooking;
import org.linli.partner.room.application.ReadBookings;
import org.linli.partner.trial.AttendanceCode;
import org.linli.partner.trial.Refusal;
import org.linli.partner.trial.Thresholds;
import org.linli.partner.trial.Trial;
import org.linli.partner.trial.TrialSession;
import org.linli.partner.trial.store.Sessions;
import org.linli.partner.trial.store.Trials;
import org.linli.partner.unitsettings.UnitSetting;
import org.linli.partner.unitsettings.UnitSettings;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Starts trials, plans and cancels their sessions, and says what they have shown. Inside the caller's transaction. */
@Service
public class RunTrials {

    private final ProposalsInTrial proposals;
    private final Trials trials;
    private final UnitSettings<Thresholds> thresholds;
    private final Sessions sessions;
    private final BookRoom book;
    private final CancelBooking end;
    private final ReadBookings bookings;
    private final Clock clock;
    private final AttendanceCode codes;

    RunTrials(
            ProposalsInTrial proposals,
            Trials trials,
            UnitSettings<Thresholds> thresholds,
            Sessions sessions,
            BookRoom book,
            CancelBooking end,
            ReadBookings bookings,
            Clock clock,
            FieldCipher cipher) {
        this.proposals = proposals;
        this.trials = trials;
        this.thresholds = thresholds;
        this.sessions = sessions;
        this.book = book;
        this.end = end;
        this.bookings = bookings;
        this.clock = clock;
        this.codes = new AttendanceCode(text -> cipher.index(text, "attendance-code"));
    }

    /** What a trial asks for; what is absent is as the unit has it. */
    public record TrialSpec(
            @Nullable Integer sessions,
            @Nullable Integer attendance,
            @Nullable BigDecimal average) {

        Thresholds over(Thresholds units) {
            return new Thresholds(
                    Objects.requireNonNullElse(sessions, units.sessions()),
                    Objects.requireNonNullElse(attendance, units.attendance()),
                    Objects.requireNonNullElse(average, units.average()));
        }
    }

    /** Starts the trial of a proposal that was put on trial. */
    public Mono<Trial> start(UUID proposal, List<String> questions, TrialSpec wanted, String by, Scope scope) {
        return proposals
                .find(proposal, scope)
                .switchIfEmpty(Problem.missing("The proposal"))
                .flatMap(found -> found.inTrial() ? Mono.just(found) : refuse(new Refusal.NotInTrial()))
                .flatMap(found -> thresholds
                        .holding(found.unit())
                        .map(UnitSetting::terms)
                        .flatMap(units -> {
                            Thresholds least = wanted.over(units);
                            return Mono.justOrEmpty(least.below(units))
                                    .flatMap(RunTrials::<UUID>refuse)
                                    .switchIfEmpty(Mono.defer(
                                            () -> trials.add(found, questions, least, by, clock.instant(), scope)));
                        }))
                .switchIfEmpty(refuse(new Refusal.TrialExists()))
                .flatMap(id -> trial(id, Visibility.of(scope)));
    }

    /** The trial, or a 404. */
    public Mono<Trial> trial(UUID id, Visibility visibility) {
        return trials.find(id, visibility).switchIfEmpty(Problem.missing("The trial"));
    }

    /** Books a room of the trial's unit for a session. */
    public Mono<TrialSession> plan(UUID id, BookingCommand ask, int capacity, Scope scope) {
        return trial(id, Visibility.of(scope)).flatMap(trial -> {
            Scope within = Scope.of(trial.unit().value());
            return book.ground(ask.room(), within)
                    .map(ground -> ground.room().terms().capacity())
                    .flatMap(most -> capacity > most ? refuse(new Refusal.TooManySeats(most)) : book.book(ask, within))
                    .flatMap(booking -> bookings.booking(booking, Visibility.of(within)))
                    .flatMap(booking -> sessions.add(id, booking, capacity, ask.by(), within))
                    .flatMap(session -> sessions.find(session, within));
        });
    }

    /** Cancels a session and gives its room back. */
    public Mono<TrialSession> cancel(UUID id, @Nullable String reason, String by, Scope scope) {
        return session(id, scope)
                .flatMap(session -> session.cancelled()
                        ? refuse(new Refusal.SessionOver())
                        : end.cancel(session.booking(), reason, by, Visibility.of(scope), new ExpectedVersion(null)))
                .then(session(id, scope));
    }

    /** The session, or a 404. */
    public Mono<TrialSession> session(UUID id, Scope scope) {
        return sessions.find(id, scope).switchIfEmpty(Problem.missing("The session"));
    }

    /** What is shown at the session, for staff to read. */
    public Mono<String> code(UUID id, Scope scope) {
        return session(id, scope).map(session -> codes.of(session.id()));
    }

    boolean isCode(TrialSession session, String typed) {
        return codes.isOf(session.id(), typed);
    }

    static <T> Mono<T> refuse(Refusal reason) {
        return Mono.error(reason::exception);
    }
}
