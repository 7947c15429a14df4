package org.linli.partner.survey;

import org.linli.platform.decision.Decision;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A branch's survey.
 *
 * <pre>
 * from   | Edit  | Open | Extend | Close
 * -------+-------+------+--------+-------
 * DRAFT  | DRAFT | OPEN | –      | –
 * OPEN   | –     | –    | OPEN   | CLOSED
 * CLOSED | –     | –    | –      | –
 * </pre>
 *
 * <p>An open survey whose last day is over is closed for everybody, whatever is kept of it. What is closed stays closed,
 * so that its results, once told, are never told again with one answer more.
 *
 * @param kept its state without regard to the day
 */
public record Survey(UUID id, SurveyTerms terms, SurveyState kept) {

    /** Its state on a day. */
    public SurveyState state(LocalDate today) {
        return kept == SurveyState.OPEN && today.isAfter(terms.closesOn()) ? SurveyState.CLOSED : kept;
    }

    public boolean takesAnswers(LocalDate today) {
        return state(today) == SurveyState.OPEN && !today.isBefore(terms.opensOn());
    }

    /** What becomes of this survey by a command. @param today in Shanghai */
    public Decision<Survey, Refusal> decide(SurveyCommand command, LocalDate today) {
        return switch (command) {
            case SurveyCommand.Edit edit -> edit(edit.terms(), today);
            case SurveyCommand.Open _ -> open(today);
            case SurveyCommand.Extend extend -> extend(extend.closesOn(), today);
            case SurveyCommand.Close _ -> close(today);
        };
    }

    private Decision<Survey, Refusal> edit(SurveyTerms next, LocalDate today) {
        return switch (state(today)) {
            case DRAFT ->
                next.unit().equals(terms.unit())
                        ? done(next, SurveyState.DRAFT)
                        : Decision.refuse(new Refusal.AnotherUnit(terms.unit()));
            case OPEN, CLOSED -> refuse("edited", today);
        };
    }

    private Decision<Survey, Refusal> open(LocalDate today) {
        return switch (state(today)) {
            case DRAFT -> terms.closesOn().isBefore(today) ? tooEarly(today) : done(terms, SurveyState.OPEN);
            case OPEN, CLOSED -> refuse("opened", today);
        };
    }

    private Decision<Survey, Refusal> extend(LocalDate closesOn, LocalDate today) {
        return switch (state(today)) {
            case OPEN ->
                closesOn.isAfter(terms.closesOn())
                        ? done(terms.until(closesOn), SurveyState.OPEN)
                        : tooEarly(terms.closesOn().plusDays(1));
            case DRAFT, CLOSED -> refuse("extended", today);
        };
    }

    private Decision<Survey, Refusal> close(LocalDate today) {
        return switch (state(today)) {
            case OPEN -> done(terms, SurveyState.CLOSED);
            case DRAFT, CLOSED -> refuse("closed", today);
        };
    }

    private Decision<Survey, Refusal> done(SurveyTerms next, SurveyState state) {
        return Decision.accept(new Survey(id, next, state));
    }

    private static Decision<Survey, Refusal> tooEarly(LocalDate earliest) {
        return Decision.refuse(new Refusal.ClosesTooEarly(earliest));
    }

    private Decision<Survey, Refusal> refuse(String what, LocalDate today) {
        return Decision.refuse(new Refusal.NotInThisState(what, state(today)));
    }
}
