package org.linli.partner.survey;

import org.linli.partner.call.CallSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;

import java.util.List;
import java.util.Map;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;

/** The rows of surveys: a branch's own, but for what everybody answers. */
public final class SurveyDenials {

    private static final String BASE = "/api/partner/surveys";
    private static final String OPEN = "/api/partner/public/surveys/{id}";

    private SurveyDenials() {}

    public static List<Route> rows(CallSteps calls, Owner owner) {
        SurveySteps steps = new SurveySteps(calls);
        String branch = owner.branch();
        String closed = steps.closed(branch, 5, 5);
        String byCode = steps.opened(branch, "CODE");
        String signedIn = steps.opened(branch, "RESIDENT");
        String sheet = steps.sheet(branch, byCode, 3);
        Map<String, Object> answer =
                SurveySteps.answer(steps.codes(branch, byCode, 1).getFirst(), "DANCE", "60+");
        answer.put("receipt", "of-the-answer-of-this-table");
        calls.post(steps.anybody(), "/public/surveys/" + byCode + "/answers", answer, 201);
        calls.post(
                calls.service().http().as(Role.RESIDENT, owner.street()),
                "/surveys/" + signedIn + "/answers",
                SurveySteps.answer("DANCE"),
                201);
        return List.of(
                write(Route.post(BASE)).call((o, role) -> Call.with().json(SurveySteps.survey(branch, "CODE"))),
                write(Route.put(BASE + "/{id}"))
                        .call((o, role) ->
                                Call.with(steps.drafted(branch, "CODE")).json(SurveySteps.survey(branch, "CODE"))),
                decide("/opening").call((o, role) -> Call.with(steps.drafted(branch, "CODE"))),
                decide("/extension")
                        .call((o, role) -> Call.with(steps.opened(branch, "CODE"))
                                .json(Map.of("closesOn", "2150-01-01", "reason", "再等等"))),
                decide("/closure").call((o, role) -> Call.with(steps.opened(branch, "CODE"))),
                write(Route.post(BASE + "/{id}/sheets"))
                        .call((o, role) -> Call.with(byCode).json(Map.of("label", "3栋", "count", 2))),
                write(Route.get(BASE + "/{id}/sheets")).call((o, role) -> Call.with(byCode)),
                write(Route.get(BASE + "/{id}/sheets/{sheet}")).call((o, role) -> Call.with(byCode, sheet)),
                read("").call((o, role) -> Call.with()).showsOnlyOwn(),
                read("/{id}").call((o, role) -> Call.with(closed)),
                read("/{id}/results").call((o, role) -> Call.with(closed)),
                Route.post(BASE + "/{id}/answers")
                        .allowed(Role.RESIDENT)
                        .call((o, role) -> Call.with(signedIn).json(SurveySteps.answer("DANCE"))),
                Route.put(BASE + "/{id}/answers")
                        .allowed(Role.RESIDENT)
                        .call((o, role) -> Call.with(signedIn).json(SurveySteps.answer("DANCE"))),
                Route.get(OPEN).open("questions are published to be answered").call((o, role) -> Call.with(byCode)),
                Route.get(OPEN + "/results")
                        .open("totals are published, small groups hidden")
                        .call((o, role) -> Call.with(closed)),
                Route.post(OPEN + "/answers")
                        .open("the code handed out on paper is the right")
                        .call((o, role) -> Call.with(byCode).json(answer)),
                Route.put(OPEN + "/answers")
                        .open("the code handed out on paper is the right")
                        .call((o, role) -> Call.with(byCode).json(answer)));
    }

    private static Route write(Route route) {
        return route.allowed(BRANCH_HEAD, BRANCH_CLERK);
    }

    private static Route decide(String path) {
        return Route.post(BASE + "/{id}" + path).allowed(BRANCH_HEAD);
    }

    private static Route read(String path) {
        return Route.get(BASE + path).allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR);
    }
}
