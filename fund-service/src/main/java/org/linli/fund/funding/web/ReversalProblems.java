package org.linli.fund.funding.web;

import org.linli.fund.funding.ReversalRefusal;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.problem.Problem;
import org.springframework.stereotype.Component;

import java.time.LocalDate;

/** Refused reversals as answers. */
@Component
final class ReversalProblems implements RefusalProblems<ReversalRefusal> {

    @Override
    public Problem of(ReversalRefusal refusal) {
        return switch (refusal) {
            case ReversalRefusal.ReversedAlready(long reversal) ->
                Problem.conflict("funding-reversed", "The funding is reversed already")
                        .detail("By reversal " + reversal + ". What it covered is outstanding again.");
            case ReversalRefusal.ReferenceUsed _ -> FundingProblems.referenceUsed();
            case ReversalRefusal.DateInFuture(LocalDate today) ->
                Problem.invalid("The reversal is not valid")
                        .field("date", "lies in the future", "today, " + today + ", or earlier");
            case ReversalRefusal.DateBeforeFunding(LocalDate earliest) ->
                Problem.invalid("The reversal is not valid")
                        .field("date", "lies before the funding", earliest + " or later");
        };
    }
}
