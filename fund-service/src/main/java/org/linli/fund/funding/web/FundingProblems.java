package org.linli.fund.funding.web;

import org.joda.money.Money;
import org.linli.fund.obligation.FundingRefusal;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.springframework.stereotype.Component;

import java.time.LocalDate;

/** Refused fundings as answers. */
@Component
final class FundingProblems implements RefusalProblems<FundingRefusal> {

    @Override
    public Problem of(FundingRefusal refusal) {
        return switch (refusal) {
            case FundingRefusal.MoreThanOutstanding(Money outstanding) ->
                Problem.conflict("more-than-outstanding", "More than is outstanding")
                        .field("amount", "more than is outstanding", "at most " + Yuan.format(outstanding));
            case FundingRefusal.ReferenceUsed _ -> referenceUsed();
            case FundingRefusal.DateInFuture(LocalDate today) ->
                Problem.invalid("The funding is not valid")
                        .field("date", "lies in the future", "today, " + today + ", or earlier");
            case FundingRefusal.DateBeforePeriod(LocalDate earliest) ->
                Problem.invalid("The funding is not valid")
                        .field("date", "lies before the period", earliest + " or later");
        };
    }

    /** Also where the branch is somebody else's. */
    static ProblemException nothingAccepted() {
        return Problem.notFound("Obligation")
                .detail("No statement of that branch is accepted for that month, so nothing is owed yet")
                .exception();
    }

    static Problem referenceUsed() {
        return Problem.conflict("reference-used", "This transfer is booked already")
                .field("reference", "booked already for this branch and period", "the reference of another transfer");
    }
}
