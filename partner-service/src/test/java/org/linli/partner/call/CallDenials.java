package org.linli.partner.call;

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

/** The open calls' rows of the module's denial table. */
public final class CallDenials {

    private static final String BASE = "/api/partner/open-calls";
    private static final Map<String, String> REASON = Map.of("reason", "场地改作他用");
    private static final Map<String, String> LATER = Map.of("deadline", "2099-01-01T00:00:00Z", "reason", "再等等");

    private CallDenials() {}

    public static List<Route> rows(CallSteps steps, Owner owner) {
        String seen = steps.publishedCall(owner.branch());
        return List.of(
                Route.post(BASE)
                        .allowed(BRANCH_HEAD, BRANCH_CLERK, HQ)
                        .call((o, role) -> Call.with().json(CallSteps.call(unit(o, role)))),
                Route.put(BASE + "/{id}")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK, HQ)
                        .call((o, role) ->
                                Call.with(steps.draftedCall(unit(o, role))).json(CallSteps.call(unit(o, role)))),
                act("/publication").call((o, role) -> Call.with(steps.draftedCall(unit(o, role)))),
                act("/extension")
                        .call((o, role) ->
                                Call.with(steps.publishedCall(unit(o, role))).json(LATER)),
                act("/closure").call((o, role) -> Call.with(steps.publishedCall(unit(o, role)))),
                act("/cancellation")
                        .call((o, role) ->
                                Call.with(steps.publishedCall(unit(o, role))).json(REASON)),
                read("").call((o, role) -> Call.with()).showsOnlyOwn(),
                read("/{id}").call((o, role) -> Call.with(seen)),
                Route.get("/api/partner/public/open-calls").open("published to be answered by anybody"),
                Route.get("/api/partner/public/open-calls/{id}")
                        .open("published to be answered by anybody")
                        .call((o, role) -> Call.with(seen)));
    }

    private static Route act(String path) {
        return Route.post(BASE + "/{id}" + path).allowed(BRANCH_HEAD, HQ);
    }

    private static Route read(String path) {
        return Route.get(BASE + path).allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR);
    }

    /** HQ acts for its street, others for the branch. */
    private static String unit(Owner owner, Role role) {
        return role == HQ ? owner.street() : owner.branch();
    }
}
