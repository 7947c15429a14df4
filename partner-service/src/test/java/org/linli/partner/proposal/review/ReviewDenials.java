package org.linli.partner.proposal.review;

import org.linli.partner.proposal.ProposalSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;

/** The review's rows of the module's denial table. */
public final class ReviewDenials {

    private static final Map<String, Object> SCORES = Map.of(
            "round",
            1,
            "scores",
            List.of(Map.of("criterion", "BENEFIT", "points", 80), Map.of("criterion", "PRICE", "points", 70)));
    private static final Map<String, Object> DECISION = Map.of("accepted", true, "reasons", List.of("得分最高"));

    private ReviewDenials() {}

    public static List<Route> rows(ProposalSteps steps, Owner owner) {
        Map<String, String> open = new HashMap<>();
        String call = steps.calls().publishedCall(owner.branch());
        String scored = submitted(steps, owner, call);
        steps.command(steps.calls().deciders(owner.branch()), scored, "scores", SCORES);
        String ranking = steps.command(steps.calls().deciders(owner.branch()), scored, "decision", DECISION)
                .get("ranking")
                .asString();
        return List.of(
                Route.post("/api/partner/proposals/{id}/conflicts")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK, HQ)
                        .call((o, role) -> Call.with(
                                        submitted(steps, o, steps.calls().publishedCall(unit(o, role))))
                                .json(Map.of("reason", "亲属"))),
                Route.post("/api/partner/proposals/{id}/scores")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK, HQ)
                        .call((o, role) -> Call.with(open.computeIfAbsent(
                                        unit(o, role),
                                        unit -> submitted(
                                                steps, o, steps.calls().publishedCall(unit))))
                                .json(SCORES)),
                read("/open-calls/{id}/ranking").call((o, role) -> Call.with(call)),
                read("/rankings/{id}").call((o, role) -> Call.with(ranking)));
    }

    private static Route read(String path) {
        return Route.get("/api/partner" + path).allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR);
    }

    private static String submitted(ProposalSteps steps, Owner owner, String call) {
        return steps.submitted(steps.partner(owner.street()), call);
    }

    /** HQ acts for its street, others for the branch. */
    private static String unit(Owner owner, Role role) {
        return role == HQ ? owner.street() : owner.branch();
    }
}
