package org.linli.partner.trial;

import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;
import org.linli.platform.testing.ServiceUnderTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;
import static org.linli.platform.security.Role.PARTNER;
import static org.linli.platform.security.Role.RESIDENT;

/** Who may do what with trials and their sessions. */
public final class TrialDenials {

    private final TrialSteps steps;
    private final Owner owner;
    private final String trial;

    private TrialDenials(TrialSteps steps, Owner owner) {
        this.steps = steps;
        this.owner = owner;
        this.trial = steps.started(owner.branch());
    }

    public static List<Route> rows(ServiceUnderTest service, Owner owner) {
        TrialDenials denials = new TrialDenials(new TrialSteps(service), owner);
        return Stream.of(denials.trials(), denials.sessions())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> trials() {
        return List.of(
                Route.post("/api/partner/trials")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK, HQ)
                        .call((own, role) -> Call.with().json(TrialSteps.trial(steps.onTrial(owner.branch())))),
                readers("/trials").call((own, role) -> Call.with()).showsOnlyOwn(),
                readers("/trials/{id}").call((own, role) -> Call.with(trial)),
                Route.get("/api/partner/trial-thresholds/{unit}")
                        .allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR)
                        .call((own, role) -> Call.with(own.branch())),
                Route.put("/api/partner/trial-thresholds/{unit}")
                        .allowed(CITY, HQ)
                        .call((own, role) -> Call.with(own.branch())
                                .json(Map.of("minSessions", 2, "minAttendance", 10, "minAverage", 3.5))),
                Route.post("/api/partner/trials/{id}/sessions")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK, HQ)
                        .call((own, role) -> Call.with(trial)
                                .json(TrialSteps.session(steps.rooms().open(owner.branch()), 3, 5))),
                readers("/trials/{id}/result").call((own, role) -> Call.with(trial)),
                Route.post("/api/partner/trials/{id}/citations")
                        .allowed(BRANCH_HEAD, HQ)
                        .call((own, role) -> Call.with(trial)),
                readers("/trials/{id}/citations").call((own, role) -> Call.with(trial)));
    }

    private List<Route> sessions() {
        return List.of(
                Route.get("/api/partner/trial-sessions")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK, HQ, CITY, AUDITOR, RESIDENT)
                        .call((own, role) -> {
                            session();
                            return Call.with().query("within=" + owner.branch());
                        })
                        .showsOnlyOwn(),
                Route.get("/api/partner/trial-sessions/{id}/code")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK)
                        .call((own, role) -> Call.with(session())),
                Route.post("/api/partner/trial-sessions/{id}/cancellation")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK)
                        .call((own, role) -> Call.with(session()).json(Map.of("reason", "改期"))),
                residents("/sign-up").call((own, role) -> Call.with(session())),
                residents("/sign-off").call((own, role) -> Call.with(signedUp())),
                residents("/attendance").call((own, role) -> {
                    String session = begun();
                    return Call.with(session).json(Map.of("code", steps.code(owner.branch(), session)));
                }),
                residents("/feedback")
                        .call((own, role) ->
                                Call.with(attended()).json(Map.of("scores", List.of(5, 4), "remark", "好"))));
    }

    private static Route readers(String path) {
        return Route.get("/api/partner" + path).allowed(BRANCH_HEAD, BRANCH_CLERK, HQ, CITY, AUDITOR, PARTNER);
    }

    private static Route residents(String command) {
        return Route.post("/api/partner/trial-sessions/{id}" + command).allowed(RESIDENT);
    }

    private String session() {
        return steps.planned(owner.branch(), trial, 5);
    }

    /** By the harness's own resident, whose subject names the street. */
    private String signedUp() {
        String session = session();
        steps.rooms().post(resident(), "/trial-sessions/" + session + "/sign-up", null, 200);
        return session;
    }

    private String begun() {
        String session = signedUp();
        steps.begun(session, 10);
        return session;
    }

    private String attended() {
        String session = begun();
        Map<String, Object> code = Map.of("code", steps.code(owner.branch(), session));
        steps.rooms().post(resident(), "/trial-sessions/" + session + "/attendance", code, 200);
        return session;
    }

    private org.springframework.test.web.reactive.server.WebTestClient resident() {
        return steps.of(RESIDENT, owner.street());
    }
}
