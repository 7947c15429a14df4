package org.linli.partner.share.web;

import org.linli.partner.share.Refusal;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Says every refusal in the words of a problem, or of a row of a file. */
@Component
final class ReportProblems implements RefusalProblems<Refusal> {

    static ProblemException notFound() {
        return Problem.notFound("The turnover report").exception();
    }

    @Override
    public Problem of(Refusal reason) {
        return problem(reason);
    }

    /** The same for a row. */
    static FieldError cell(Refusal reason) {
        return switch (reason) {
            case Refusal.ReportWaits waits ->
                new FieldError(
                        "period", "version " + waits.version() + " waits for the branch", "wait for its decision");
            case Refusal.NotInForce not ->
                new FieldError("agreementId", "the agreement is " + not.state(), "an agreement that was in force");
            case Refusal.NothingCorrected _,
                    Refusal.PeriodNotOver _,
                    Refusal.PeriodOutside _,
                    Refusal.EndedBefore _,
                    Refusal.CostMissing _,
                    Refusal.NotInThisState _,
                    Refusal.SameHands _ ->
                problem(reason).errors().stream()
                        .findFirst()
                        .orElseGet(() -> new FieldError("row", problem(reason).title(), "another one"));
        };
    }

    private static Problem problem(Refusal reason) {
        return switch (reason) {
            case Refusal.NotInThisState state ->
                Problem.conflict("report-not-in-this-state", "The report cannot be " + state.what() + " now")
                        .detail("Its state is " + state.state() + ".");
            case Refusal.SameHands _ ->
                Problem.conflict("same-hands", "Who reported does not confirm")
                        .detail("Another person of the branch confirms.");
            case Refusal.ReportWaits waits ->
                Problem.conflict("report-waits", "A report of that period waits for the branch")
                        .detail("Version " + waits.version() + " is to be confirmed or disputed first.");
            case Refusal.NothingCorrected nothing ->
                Problem.invalid("The correction changes nothing")
                        .field(
                                "turnover",
                                "the same figures as confirmed version " + nothing.version(),
                                "figures that differ from it");
            case Refusal.NotInForce not ->
                Problem.conflict("agreement-not-in-force", "The agreement was never in force")
                        .detail("Its state is " + not.state() + ".");
            case Refusal.PeriodNotOver notOver ->
                Problem.invalid("The report is not valid")
                        .field("period", "not over", notOver.latest() + " or earlier");
            case Refusal.PeriodOutside outside ->
                Problem.invalid("The report is not valid")
                        .field("period", "outside the agreement", "from " + outside.from() + " to " + outside.to());
            case Refusal.EndedBefore ended ->
                Problem.conflict("agreement-ended-before", "The agreement does not cover that month any more")
                        .detail("%s was reported, and the agreement covers %s to %s: dispute the report."
                                .formatted(ended.period(), ended.from(), ended.to()));
            case Refusal.CostMissing _ ->
                Problem.invalid("The report is not valid")
                        .field("cost", "missing", "the direct cost, for the agreement shares the profit");
        };
    }
}
