package org.linli.company.statement.web;

import org.linli.company.statement.Refusal;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Says every refusal in the words of a problem. */
@Component
final class StatementProblems implements RefusalProblems<Refusal> {

    @Override
    public Problem of(Refusal reason) {
        return switch (reason) {
            case Refusal.NotInThisState state ->
                Problem.conflict("statement-not-in-this-state", "The statement cannot be " + state.what() + " now")
                        .detail("Its state is " + state.state() + ".");
            case Refusal.NotBegun early ->
                Problem.conflict("period-not-begun", "The month has not begun")
                        .field("period", early.period() + " has not begun", early.latest() + " or an earlier month");
            case Refusal.SameHands _ ->
                Problem.conflict("same-hands", "Who submitted a statement does not accept it")
                        .detail("Another person of HQ accepts it.");
            case Refusal.ReasonsMissing _ ->
                Problem.invalid("A return needs reasons")
                        .field("reasons", "missing", "1 to 20 reasons of up to 500 characters");
            case Refusal.NothingToReport _ ->
                Problem.conflict("nothing-to-report", "No entry of that branch and period waits to be reported")
                        .detail("Everything entered so far is reported already, or nothing was entered.");
            case Refusal.AnotherIsOpen open ->
                Problem.conflict("statement-open", "A statement of that branch and period is open")
                        .detail(open.open() + " is " + open.state() + ". Submit, withdraw or discard that one.");
            case Refusal.TooLarge large ->
                Problem.invalid("The statement would be too large")
                        .field("entries", "too large: " + large.what(), "at most " + large.most());
        };
    }
}
