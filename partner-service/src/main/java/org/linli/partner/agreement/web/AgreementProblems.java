package org.linli.partner.agreement.web;

import org.linli.partner.agreement.Refusal;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.springframework.stereotype.Component;

import java.time.YearMonth;
import java.util.stream.Collectors;

/** Says every refusal in the words of a problem. */
@Component
final class AgreementProblems implements RefusalProblems<Refusal> {

    static ProblemException notFound() {
        return Problem.notFound("The agreement").exception();
    }

    @Override
    public Problem of(Refusal reason) {
        return switch (reason) {
            case Refusal.NotInThisState state ->
                Problem.conflict("agreement-not-in-this-state", "The agreement cannot be " + state.what() + " now")
                        .detail("Its state is " + state.state() + ".");
            case Refusal.AlreadySigned signed ->
                Problem.conflict("already-signed", "This party has signed")
                        .detail("The " + signed.party().name().toLowerCase(java.util.Locale.ROOT)
                                + "'s signature is there already.");
            case Refusal.SameHands _ ->
                Problem.conflict("same-hands", "Nobody signs for both parties")
                        .detail("Another person signs for the other party.");
            case Refusal.NothingAmended _ ->
                Problem.invalid("The amendment changes nothing")
                        .field("terms", "the same as in force", "terms that differ from those in force");
            case Refusal.StartMoved moved ->
                Problem.invalid("The amendment is not valid")
                        .field("terms.startsOn", "not the first day agreed", moved.startsOn() + ", as in force");
            case Refusal.NotOver notOver ->
                Problem.conflict("agreement-not-over", "The agreement runs")
                        .detail("Its last day is " + notOver.endsOn() + ".");
            case Refusal.RenewalTooEarly early ->
                Problem.invalid("The renewal is not valid")
                        .field("terms.startsOn", "within the time agreed already", "later than " + early.endsOn());
            case Refusal.LastDayOutside outside ->
                Problem.invalid("The settlement is not valid")
                        .field("lastDay", "outside the agreed time", "from " + outside.from() + " to " + outside.to());
            case Refusal.MonthsConfirmed confirmed ->
                Problem.conflict("months-confirmed", "Turnover after the last day is confirmed")
                        .detail("Shares of "
                                + confirmed.months().stream()
                                        .map(YearMonth::toString)
                                        .collect(Collectors.joining(", "))
                                + " are booked: a last day before them needs a correction of each to 0.00 first.");
            case Refusal.DepositNotSettled settled ->
                Problem.invalid("The settlement is not valid")
                        .field(
                                "depositKept",
                                "returned and kept are " + Yuan.format(settled.settled()) + " together",
                                Yuan.format(settled.deposit()) + ", the deposit");
            case Refusal.BranchNotNamed street ->
                Problem.invalid("The agreement is not valid").field("unit", "missing", branchOf(street.unit()));
            case Refusal.BranchElsewhere elsewhere ->
                Problem.invalid("The agreement is not valid")
                        .field("unit", "not a branch of the call's unit", branchOf(elsewhere.unit()));
            case Refusal.AlreadyAgreed agreed ->
                agreed.renewal()
                        ? Problem.conflict("agreement-renewed", "The agreement has a successor")
                                .detail("Revise or discard that one.")
                        : Problem.conflict("proposal-agreed", "The proposal has an agreement")
                                .detail("Revise, amend or discard that one.");
            case Refusal.ReviewedAlready reviewed ->
                Problem.conflict("reviewed-already", "The year " + reviewed.year() + " has its review");
            case Refusal.NothingPromised _ ->
                Problem.conflict("nothing-promised", "The agreement in force promises no price");
            case Refusal.DayOutside outside ->
                Problem.invalid("The day is not valid")
                        .field(
                                "day",
                                "outside the agreement, or in the future",
                                "from " + outside.from() + " to " + outside.to());
        };
    }

    private static String branchOf(String unit) {
        return unit.length() == 12 ? unit : "the 12-digit code of the branch of " + unit + " that carries it out";
    }
}
