package org.linli.partner.trial.web;

import org.linli.partner.trial.Refusal;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Says every refusal in the words of a problem. */
@Component
final class TrialProblems implements RefusalProblems<Refusal> {

    @Override
    public Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotInTrial _ ->
                Problem.conflict("proposal-not-in-trial", "The proposal is not on trial")
                        .detail("Put it on trial first: POST /api/partner/proposals/{id}/trial.");
            case Refusal.TrialExists _ -> Problem.conflict("trial-exists", "The proposal has a trial already");
            case Refusal.BelowUnits below ->
                Problem.invalid("A trial asks for no less than its unit")
                        .field(below.field(), "below the unit's", "at least " + below.least());
            case Refusal.TooManySeats seats ->
                Problem.invalid("The room is too small")
                        .field("capacity", "more than the room holds", "at most " + seats.capacity());
            case Refusal.SessionOver _ -> Problem.conflict("session-over", "The session has begun, or is cancelled");
            case Refusal.NotInThisState state ->
                Problem.conflict("seat-not-in-this-state", "That is not possible now")
                        .detail("Your seat is " + state.state() + ".");
            case Refusal.NotTheTime time ->
                Problem.conflict("not-the-time", "Attendance is taken around the session only")
                        .detail("From " + time.from() + " to " + time.to() + ".");
            case Refusal.WrongCode _ ->
                Problem.invalid("That is not the code")
                        .field("code", "not this session's", "the eight characters shown");
            case Refusal.NotBegun _ -> Problem.conflict("session-not-begun", "Feedback waits for the session to begin");
            case Refusal.WrongScores scores ->
                Problem.invalid("The feedback is not valid")
                        .field("scores", "not a score a question", scores.questions() + " scores from 1 to 5");
        };
    }
}
