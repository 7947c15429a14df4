package org.linli.partner.survey.web;

import org.linli.partner.survey.Refusal;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Says every refusal in the words of a problem. */
@Component
final class SurveyProblems implements RefusalProblems<Refusal> {

    @Override
    public Problem of(Refusal reason) {
        return switch (reason) {
            case Refusal.NotInThisState state ->
                Problem.conflict("survey-not-in-this-state", "The survey cannot be " + state.what() + " now")
                        .detail("Its state is " + state.state() + ".");
            case Refusal.ClosesTooEarly early ->
                Problem.invalid("The survey is not valid")
                        .field("closesOn", "too early", "a day from " + early.earliest() + " on");
            case Refusal.AnotherUnit another ->
                Problem.invalid("The survey is not valid")
                        .field(
                                "unit",
                                "a survey stays with its branch",
                                another.unit().value());
        };
    }

    static RuntimeException notFound() {
        return Problem.notFound("The survey").exception();
    }
}
