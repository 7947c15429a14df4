package org.linli.partner.call.web;

import org.linli.partner.call.Refusal;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Says every refusal in the words of a problem. */
@Component
final class CallProblems implements RefusalProblems<Refusal> {

    @Override
    public Problem of(Refusal reason) {
        return switch (reason) {
            case Refusal.NotInThisState state ->
                Problem.conflict("call-not-in-this-state", "The call cannot be " + state.what() + " now")
                        .detail("Its state is " + state.state() + ".");
            case Refusal.DeadlineTooEarly early ->
                Problem.invalid("The call is not valid")
                        .field("deadline", "too early", "a time after " + early.after());
            case Refusal.AnotherUnit another ->
                Problem.invalid("The call is not valid")
                        .field(
                                "unit",
                                "a call stays with its unit",
                                another.unit().value());
        };
    }

    static RuntimeException notFound() {
        return Problem.notFound("The call").exception();
    }
}
