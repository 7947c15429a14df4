package org.linli.partner.points.web;

import org.linli.partner.points.application.PointsRefusal;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says why a command on points was refused. */
@Component
final class PointsProblems implements RefusalProblems<PointsRefusal> {

    @Override
    public Problem of(PointsRefusal reason) {
        return switch (reason) {
            case UNKNOWN_STREET ->
                Problem.invalid("There is no card of this street")
                        .field("street", "not a registered street", "the code of a street that has joined");
            case UNKNOWN_CARD, CARD_JUST_USED ->
                Problem.notFound("A card that is valid at this counter")
                        .field(
                                "card",
                                "unknown, ended, used up, of another street, or made for something else",
                                "the code that the holder sees now, made for EARN or for SPEND");
            case UNKNOWN_RULE ->
                Problem.invalid("The points cannot be given")
                        .field("rule", "not in force in this street", "a code of GET /api/partner/points/rules");
            case REFERENCE_USED ->
                Problem.conflict("reference-used", "This was booked before")
                        .field("reference", "used by this branch already", "a number of its own for each event");
            case NOT_ENOUGH ->
                Problem.conflict("not-enough-points", "The holder has not so many points")
                        .field("points", "more than can be spent today", "at most the balance");
            case UNKNOWN_ENTRY -> Problem.notFound("The account or loss");
            case NO_LOSS -> Problem.conflict("not-a-loss", "Only a loss can be objected to");
            case APPEALED_ALREADY -> Problem.conflict("appealed-already", "This loss was objected to before");
            case DECIDED_ALREADY -> Problem.conflict("decided-already", "This objection was decided before");
            case OWN_DECISION ->
                Problem.of("own-decision", HttpStatus.FORBIDDEN, "Who took the points does not judge the objection");
        };
    }
}
