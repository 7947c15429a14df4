package org.linli.partner.proposal.web;

import org.linli.partner.proposal.Refusal;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says every refusal in the words of a problem. */
@Component
final class ProposalProblems implements RefusalProblems<Refusal> {

    private static final String WHAT = "The proposal";

    @Override
    public Problem of(Refusal reason) {
        return switch (reason) {
            case Refusal.NotInThisState state ->
                Problem.conflict("proposal-not-in-this-state", "The proposal cannot be " + state.what() + " now")
                        .detail("Its state is " + state.state() + ".");
            case Refusal.Incomplete incomplete
            when incomplete.closed() -> closed().fields(incomplete.missing());
            case Refusal.Incomplete incomplete ->
                Problem.of("proposal-incomplete", HttpStatus.UNPROCESSABLE_CONTENT, "The proposal is not complete")
                        .detail("This is all that is missing.")
                        .fields(incomplete.missing());
            case Refusal.CallNotOpen _ -> closed();
            case Refusal.Suspended suspended ->
                Problem.conflict("partner-suspended", "The partner is suspended in this street")
                        .detail(suspended.why());
            case Refusal.CallCancelled _ ->
                Problem.conflict("call-cancelled", "The call was taken back")
                        .detail("A proposal to it can only be rejected or withdrawn.");
            case Refusal.CallStillOpen _ -> Problem.conflict("call-open", "The call still takes proposals");
        };
    }

    static RuntimeException notFound() {
        return Problem.notFound(WHAT).exception();
    }

    private static Problem closed() {
        return Problem.conflict("call-closed", "The call takes no proposals any more")
                .field("callId", "past its deadline, closed or cancelled", "a call that is open");
    }
}
