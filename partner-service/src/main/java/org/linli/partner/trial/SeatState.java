package org.linli.partner.trial;

import io.swagger.v3.oas.annotations.media.Schema;

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

    /** What comes of it. */
    public sealed interface Decision {
        record Done(SeatState next) implements Decision {}

        record Refused(Refusal reason) implements Decision {}
    }

    /** @param facts about the session at the time of the decision */
    public Decision decide(Command command, SessionFacts facts) {
        return switch (command) {
            case SIGN_UP -> signUp(facts);
            case SIGN_OFF -> signOff(facts);
            case ATTEND -> attend(facts);
            case SPEAK -> speak(facts);
        };
    }

    private Decision signUp(SessionFacts facts) {
        return switch (this) {
            case NONE, WITHDRAWN ->
                facts.isOver() ? refused(new Refusal.SessionOver()) : done(facts.free() > 0 ? SIGNED_UP : WAITING);
            case SIGNED_UP, WAITING, ATTENDED, HEARD -> notNow();
        };
    }

    private Decision signOff(SessionFacts facts) {
        return switch (this) {
            case SIGNED_UP, WAITING -> facts.isOver() ? refused(new Refusal.SessionOver()) : done(WITHDRAWN);
            case NONE, WITHDRAWN, ATTENDED, HEARD -> notNow();
        };
    }

    private Decision attend(SessionFacts facts) {
        return switch (this) {
            case SIGNED_UP ->
                !facts.isAttendable()
                        ? refused(new Refusal.NotTheTime(facts.attendableFrom(), facts.attendableTo()))
                        : facts.codeIsRight() ? done(ATTENDED) : refused(new Refusal.WrongCode());
            case NONE, WAITING, WITHDRAWN, ATTENDED, HEARD -> notNow();
        };
    }

    private Decision speak(SessionFacts facts) {
        return switch (this) {
            case ATTENDED -> facts.hasBegun() ? done(HEARD) : refused(new Refusal.NotBegun());
            case NONE, SIGNED_UP, WAITING, WITHDRAWN, HEARD -> notNow();
        };
    }

    private Decision notNow() {
        return refused(new Refusal.NotInThisState(name()));
    }

    private static Decision done(SeatState next) {
        return new Decision.Done(next);
    }

    private static Decision refused(Refusal reason) {
        return new Decision.Refused(reason);
    }
}
