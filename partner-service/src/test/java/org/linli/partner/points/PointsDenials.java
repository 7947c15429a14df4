package org.linli.partner.points;

import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;
import static org.linli.platform.security.Role.PARTNER;
import static org.linli.platform.security.Role.RESIDENT;
import static org.linli.platform.security.Role.SEEKER;

/** The rows of points: what is a holder's is the holder's alone, what happens at a counter is that branch's. */
public final class PointsDenials {

    private PointsDenials() {}

    public static List<Route> rows(PartnerSteps http, Owner owner) {
        PointsSteps steps = new PointsSteps(http, owner.branch());
        steps.rule();
        String account = steps.account(RESIDENT);
        steps.earn(RESIDENT, 100);
        String history = "history-" + owner.branch();
        for (Role holder : List.of(RESIDENT, PARTNER, SEEKER)) {
            steps.earn(holder, 1, history + "-" + holder);
        }
        String appealed = steps.loss(account);
        steps.appeal(RESIDENT, appealed);
        return List.of(
                Route.get("/api/partner/points/rules")
                        .allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, PARTNER, SEEKER, RESIDENT, AUDITOR)
                        .call((who, role) -> Call.with().query("street=" + who.street()))
                        .belongsToAll("what earns points is published by each street"),
                Route.post("/api/partner/points/rules")
                        .allowed(HQ)
                        .call((who, role) -> Call.with().json(PointsSteps.rule(who.street()))),
                Route.post("/api/partner/points/cards")
                        .allowed(RESIDENT, PARTNER, SEEKER)
                        .call((who, role) -> Call.with().json(Map.of("street", who.street())))
                        .belongsToAll("a card of the caller's own, which anybody may have in any street"),
                holders(Route.get("/api/partner/points/mine")).showsOnlyOwn(owner.street()),
                holders(Route.get("/api/partner/points/mine/entries")).showsOnlyOwn(history),
                Route.post("/api/partner/points/losses/{id}/appeal")
                        .allowed(RESIDENT, PARTNER, SEEKER)
                        .call((who, role) -> Call.with(steps.lossOf(role)).json(Map.of("text", "已请假"))),
                counter(Route.get("/api/partner/points/cards/{code}"))
                        .call((who, role) -> Call.with(steps.card(RESIDENT)).query("unit=" + who.branch())),
                counter(Route.post("/api/partner/points/earnings"))
                        .call((who, role) -> Call.with().json(steps.earning(RESIDENT, 1, fresh()))),
                counter(Route.post("/api/partner/points/spendings"))
                        .call((who, role) -> Call.with().json(steps.spending(RESIDENT, 1, fresh()))),
                Route.post("/api/partner/points/losses")
                        .allowed(BRANCH_HEAD)
                        .call((who, role) -> Call.with().json(steps.losing(account, 1, fresh()))),
                Route.get("/api/partner/points/accounts")
                        .allowed(CITY, HQ, AUDITOR)
                        .showsOnlyOwn("resident-" + owner.street()),
                Route.get("/api/partner/points/accounts/{id}/entries")
                        .allowed(CITY, HQ, AUDITOR)
                        .call((who, role) -> Call.with(account)),
                Route.get("/api/partner/points/appeals")
                        .allowed(CITY, HQ, BRANCH_HEAD, AUDITOR)
                        .showsOnlyOwn(),
                Route.post("/api/partner/points/losses/{id}/decision")
                        .allowed(HQ)
                        .call((who, role) ->
                                Call.with(steps.appealedLoss(account)).json(Map.of("reversed", true, "reason", "属实"))));
    }

    private static Route holders(Route route) {
        return route.allowed(RESIDENT, PARTNER, SEEKER);
    }

    private static Route counter(Route route) {
        return route.allowed(BRANCH_CLERK, BRANCH_HEAD);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
