package org.linli.partner.matching;

import org.linli.partner.lists.ListSteps;
import org.linli.partner.proposal.ProposalSteps;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;

/** The rows of matching: staff, about what is theirs to see. */
public final class MatchDenials {

    private static final String WEIGHTS = "/api/partner/matching-weights/{unit}";

    private MatchDenials() {}

    public static List<Route> rows(ListSteps steps, Owner owner) {
        String branch = owner.branch();
        String need = steps.add("/needs", ListSteps.need(branch));
        String project = steps.add("/projects-wanted", ListSteps.project(branch, List.of(need), List.of()));
        String call = steps.calls().publishedCall(branch);
        ProposalSteps proposals = new ProposalSteps(steps.calls().service());
        String proposal = proposals.submitted(proposals.partner(owner.street()), call);
        return List.of(
                read("/needs", need),
                read("/projects-wanted", project),
                read("/open-calls", call),
                read("/proposals", proposal),
                Route.get(WEIGHTS)
                        .allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR)
                        .call((who, role) -> Call.with(who.branch())),
                Route.put(WEIGHTS)
                        .allowed(CITY, HQ)
                        .call((who, role) -> Call.with(who.branch()).json(weights(Map.of()))));
    }

    /** What is counted unless it is set otherwise. @param others set otherwise */
    static Map<String, Object> weights(Map<String, Integer> others) {
        Map<String, Integer> points = new LinkedHashMap<>(Map.of(
                "NAMED",
                50,
                "TOPIC",
                20,
                "SAME_UNIT",
                15,
                "SAME_STREET",
                5,
                "TIME",
                15,
                "CAPACITY",
                10,
                "BUDGET",
                10,
                "MODE",
                5,
                "STANDING",
                5));
        points.putAll(others);
        return Map.of("points", points);
    }

    private static Route read(String path, String id) {
        return Route.get("/api/partner" + path + "/{id}/matches")
                .allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR)
                .call((o, role) -> Call.with(id));
    }
}
