package org.linli.partner.trial;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.platform.decision.Decision;

/**
 * Where a resident stands with a session.
 *
 * <pre>
 * from      | SIGN_UP              | SIGN_OFF  | ATTEND   | SPEAK
 * ----------+----------------------+-----------+----------+------
 * NONE      | SIGNED_UP or WAITING | –         | –        | –
 * SIGNED_UP | –                    | WITHDRAWN | ATTENDED | –
 * WAITING   | –                    | WITHDRAWN | –        | –
 * WITHDRAWN | SIGNED_UP or WAITING | –         | –        | –
 * ATTENDED  | –                    | –         | –        | HEARD
 * HEARD     | –                    | –         | –        | –
 * </pre>
 *
 * <p>Signing up and off ends when the session begins; attending needs the code and its time; speaking waits for the
 * session to begin.
 */
@Schema(name = "SeatState")
public enum SeatState {
    NONE,
    SIGNED_UP,
    WAITING,
    WITHDRAWN,
    ATTENDED,
    /** Has given feedback, once. */
    HEARD;

    /** What a resident wants. */
    public enum Command {
        SIGN_UP,
        SIGN_OFF,
        ATTEND,
        SPEAK
    }

    /** @param facts about the session at the time of the decision */
    public Decision<SeatState, Refusal> decide(Command command, SessionFacts facts) {
        return switch (command) {
            case SIGN_UP -> signUp(facts);
            case SIGN_OFF -> signOff(facts);
            case ATTEND -> attend(facts);
            case SPEAK -> speak(facts);
        };
    }

    private Decision<SeatState, Refusal> signUp(SessionFacts facts) {
        return switch (this) {
            case NONE, WITHDRAWN ->
                facts.isOver() ? refused(new Refusal.SessionOver()) : done(facts.free() > 0 ? SIGNED_UP : WAITING);
            case SIGNED_UP, WAITING, ATTENDED, HEARD -> notNow();
        };
    }

    private Decision<SeatState, Refusal> signOff(SessionFacts facts) {
        return switch (this) {
            case SIGNED_UP, WAITING -> facts.isOver() ? refused(new Refusal.SessionOver()) : done(WITHDRAWN);
            case NONE, WITHDRAWN, ATTENDED, HEARD -> notNow();
        };
    }

    private Decision<SeatState, Refusal> attend(SessionFacts facts) {
        return switch (this) {
            case SIGNED_UP ->
                !facts.isAttendable()
                        ? refused(new Refusal.NotTheTime(facts.attendableFrom(), facts.attendableTo()))
                        : facts.codeIsRight() ? done(ATTENDED) : refused(new Refusal.WrongCode());
            case NONE, WAITING, WITHDRAWN, ATTENDED, HEARD -> notNow();
        };
    }

    private Decision<SeatState, Refusal> speak(SessionFacts facts) {
        return switch (this) {
            case ATTENDED -> facts.hasBegun() ? done(HEARD) : refused(new Refusal.NotBegun());
            case NONE, SIGNED_UP, WAITING, WITHDRAWN, HEARD -> notNow();
        };
    }

    private Decision<SeatState, Refusal> notNow() {
        return refused(new Refusal.NotInThisState(name()));
    }

    private static Decision<SeatState, Refusal> done(SeatState next) {
        return Decision.accept(next);
    }

    private static Decision<SeatState, Refusal> refused(Refusal reason) {
        return Decision.refuse(reason);
    }
}
