package org.linli.partner.agreement;

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
import static org.linli.platform.security.Role.PARTNER;

/** Nobody sees or moves another's agreement. */
public final class AgreementDenials {

    private static final String PATH = "/api/partner/agreements";

    private AgreementDenials() {}

    public static List<Route> rows(AgreementSteps steps, Owner owner) {
        String agreed = steps.agreed(owner.branch(), AgreementSteps.terms());
        Map<String, Object> other = Map.of("terms", AgreementSteps.with("shareRate", "0.3"));
        return List.of(
                Route.post(PATH)
                        .allowed(BRANCH_CLERK, BRANCH_HEAD, HQ)
                        .call((who, role) -> Call.with()
                                .json(Map.of(
                                        "proposalId",
                                        steps.proposal(who.branch()).toString(),
                                        "terms",
                                        AgreementSteps.terms()))),
                readers(Route.get(PATH)).showsOnlyOwn(),
                readers(Route.get(PATH + "/{id}")).call((who, role) -> Call.with(agreed)),
                readers(Route.get(PATH + "/{id}/history")).call((who, role) -> Call.with(agreed)),
                readers(Route.get(PATH + "/{id}/document")).call((who, role) -> Call.with(agreed)),
                readers(Route.get(PATH + "/{id}/promises")).call((who, role) -> Call.with(agreed)),
                Route.put(PATH + "/{id}/terms")
                        .allowed(BRANCH_CLERK, BRANCH_HEAD)
                        .call((who, role) -> Call.with(steps.draft(who.branch(), AgreementSteps.terms()))
                                .json(other)),
                Route.post(PATH + "/{id}/signature")
                        .allowed(PARTNER, BRANCH_HEAD)
                        .call((who, role) -> Call.with(steps.draft(who.branch(), AgreementSteps.terms()))),
                Route.post(PATH + "/{id}/amendments")
                        .allowed(BRANCH_CLERK, BRANCH_HEAD)
                        .call((who, role) -> Call.with(steps.agreed(who.branch(), AgreementSteps.terms()))
                                .json(other)),
                Route.post(PATH + "/{id}/discard")
                        .allowed(BRANCH_CLERK, BRANCH_HEAD)
                        .call((who, role) -> Call.with(steps.draft(who.branch(), AgreementSteps.terms()))),
                Route.post(PATH + "/{id}/end")
                        .allowed(BRANCH_HEAD)
                        .call((who, role) -> Call.with(steps.agreed(who.branch(), AgreementSteps.terms()))
                                .json(Map.of(
                                        "reason",
                                        "迁出",
                                        "lastDay",
                                        "2026-01-31",
                                        "sharesOutstanding",
                                        "0",
                                        "depositReturned",
                                        "2000",
                                        "depositKept",
                                        "0"))),
                Route.post(PATH + "/{id}/renewal")
                        .allowed(BRANCH_CLERK, BRANCH_HEAD)
                        .call((who, role) -> Call.with(steps.agreed(who.branch(), AgreementSteps.terms()))
                                .json(Map.of("terms", later()))),
                Route.post(PATH + "/{id}/reviews")
                        .allowed(BRANCH_HEAD)
                        .call((who, role) ->
                                Call.with(agreed).json(Map.of("year", 2025, "verdict", "CONTINUE", "remarks", "好"))),
                Route.post(PATH + "/{id}/price-checks")
                        .allowed(BRANCH_CLERK, BRANCH_HEAD)
                        .call((who, role) -> Call.with(agreed)
                                .json(Map.of("item", "推拿", "price", "1", "market", "2", "day", "2026-03-14"))),
                Route.post(PATH + "/{id}/public-sessions")
                        .allowed(BRANCH_CLERK, BRANCH_HEAD)
                        .call((who, role) ->
                                Call.with(agreed).json(Map.of("title", "义诊", "day", "2026-03-14", "attendees", 3))));
    }

    private static Map<String, Object> later() {
        Map<String, Object> terms = AgreementSteps.with("startsOn", "2035-03-01");
        terms.put("endsOn", "2036-02-29");
        return terms;
    }

    private static Route readers(Route route) {
        return route.allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR, PARTNER);
    }
}
