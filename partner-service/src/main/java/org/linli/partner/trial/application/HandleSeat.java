package org.linli.partner.trial.application;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.partner.trial.Refusal;
import org.linli.partner.trial.SeatState;
import org.linli.partner.trial.SessionFacts;
import org.linli.partner.trial.TrialSession;
import org.linli.partner.trial.store.Seats;
import org.linli.partner.trial.store.Sessions;
import org.linli.partner.trial.store.Trials;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What residents do at sessions, under the session's lock and inside the caller's transaction. */
@Service
public class HandleSeat {

    private final Sessions sessions;
    private final Seats seats;
    private final Trials trials;
    private final RunTrials run;
    private final Clock clock;

    HandleSeat(Sessions sessions, Seats seats, Trials trials, RunTrials run, Clock clock) {
        this.sessions = sessions;
        this.seats = seats;
        this.trials = trials;
        this.run = run;
        this.clock = clock;
    }

    /** @param place in the waiting line, 0 for who does not wait */
    @Schema(name = "Seat")
    public record Seat(UUID session, SeatState state, long place) {}

    /** Signs a resident up, or puts them in line where the session is full. */
    public Mono<Seat> signUp(UUID session, String subject, Scope scope) {
        return decide(session, subject, SeatState.Command.SIGN_UP, "", scope)
                .flatMap(next -> seat(next, subject, scope));
    }

    /** Gives a seat back; the first in line has it then. */
    public Mono<Seat> signOff(UUID session, String subject, Scope scope) {
        return decide(session, subject, SeatState.Command.SIGN_OFF, "", scope)
                .flatMap(next -> sessions.find(session, scope)
                        .flatMap(now -> seats.promote(session, Math.max(0, now.capacity() - now.taken()), scope))
                        .then(seat(next, subject, scope)));
    }

    /** @param code as shown at the session */
    public Mono<Seat> attend(UUID session, String subject, String code, Scope scope) {
        return decide(session, subject, SeatState.Command.ATTEND, code, scope)
                .flatMap(next -> seat(next, subject, scope));
    }

    /** @param scores one a question */
    public Mono<Seat> speak(UUID session, String subject, List<Integer> scores, String remark, Scope scope) {
        return decide(session, subject, SeatState.Command.SPEAK, "", scope)
                .flatMap(next -> trials.find(next.session().trial(), Visibility.of(scope))
                        .flatMap(trial -> trial.questions().size() == scores.size()
                                ? seats.hear(session, subject, scores, remark, scope)
                                        .then(seat(next, subject, scope))
                                : RunTrials.refuse(new Refusal.WrongScores(
                                        trial.questions().size()))));
    }

    private Mono<Next> decide(UUID id, String subject, SeatState.Command command, String code, Scope scope) {
        return sessions.lock(id, scope)
                .switchIfEmpty(Problem.missing("The session"))
                .flatMap(locked -> sessions.find(id, scope))
                .flatMap(session -> seats.of(id, subject, scope)
                        .map(seat -> seat.decide(command, facts(session, code)).orRefuse())
                        .flatMap(next -> seats.save(id, subject, next, scope).thenReturn(new Next(session, next))));
    }

    private SessionFacts facts(TrialSession session, String code) {
        return new SessionFacts(
                session.time(),
                session.cancelled(),
                session.capacity() - session.taken(),
                run.isCode(session, code),
                clock.instant());
    }

    private Mono<Seat> seat(Next next, String subject, Scope scope) {
        UUID session = next.session().id();
        return seats.place(session, subject, scope).map(place -> new Seat(session, next.state(), place));
    }

    private record Next(TrialSession session, SeatState state) {}
}
