package org.linli.fund;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.OperationsRoutes;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;
import org.linli.platform.testing.RouteTable;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;

/** Nobody sees or moves another branch's money. */
// A context of its own: a small database is looked at twice for every refusal.
@LinliTest(properties = "linli.context=rights")
class FundDenialsIT {

    private static final String PERIOD = "2026-03";
    /** What only the owner's sums can show. */
    private static final String OWED = "2469.13";

    @Autowired
    ServiceUnderTest service;

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    @Autowired
    TestDatabase database;

    @TestFactory
    Stream<DynamicNode> denials() {
        Owner owner = Owner.in(Histories.freshStreet());
        FundSteps fund = new FundSteps(http, kafka);
        FundSteps.known(database, owner.branch());
        fund.accepted(owner.branch(), PERIOD, 1, "12345.67");
        String funding = FundSteps.fundingId(fund.fund(owner.branch(), PERIOD, "1.00", "first"));
        String reversal = FundSteps.json(fund.reverse(owner.branch(), booked(fund, owner), PERIOD + "-28", "came back"))
                .get("reversal")
                .get("id")
                .asString();
        fund.post(HQ, owner.street(), "/api/fund/policies", policy(owner));
        RouteTable table = RouteTable.of(owner);
        OperationsRoutes.rows("fund", "fund.obligation").forEach(table::row);
        return table.row(readers(Route.get("/api/fund/policies")).showsOnlyOwn())
                .row(Route.post("/api/fund/policies")
                        .allowed(HQ, CITY)
                        .call((who, role) -> Call.with().json(policy(who))))
                .row(readers(Route.get("/api/fund/obligations")).showsOnlyOwn())
                .row(readers(Route.get("/api/fund/obligations/export")).showsOnlyOwn())
                .row(readers(Route.get("/api/fund/obligations/{unit}/{period}"))
                        .call((who, role) -> Call.with(who.branch(), PERIOD)))
                .row(readers(Route.get("/api/fund/progress/{scope}")).call((who, role) -> Call.with(who.branch())))
                .row(Route.post("/api/fund/fundings")
                        .allowed(HQ)
                        .call((who, role) -> Call.with()
                                .json(FundSteps.funding(
                                        who.branch(),
                                        PERIOD,
                                        "0.01",
                                        UUID.randomUUID().toString()))))
                .row(readers(Route.get("/api/fund/fundings")).showsOnlyOwn())
                .row(readers(Route.get("/api/fund/fundings/{id}")).call((who, role) -> Call.with(funding)))
                .row(Route.post("/api/fund/fundings/{id}/reversal")
                        .allowed(HQ)
                        .call((who, role) -> Call.with(booked(fund, owner))
                                .json(FundSteps.reversal(
                                        PERIOD + "-28", UUID.randomUUID().toString()))))
                .row(readers(Route.get("/api/fund/reversals")).showsOnlyOwn())
                .row(readers(Route.get("/api/fund/reversals/{id}")).call((who, role) -> Call.with(reversal)))
                .row(readers(Route.get("/api/fund/compliance/{scope}")).call((who, role) -> Call.with(who.branch())))
                .row(readers(Route.get("/api/fund/compliance/{scope}/export"))
                        .call((who, role) -> Call.with(who.branch())))
                .row(readers(Route.get("/api/fund/ledger/trial-balance")).showsOnlyOwn(OWED))
                .row(readers(Route.get("/api/fund/ledger/entries")).showsOnlyOwn())
                .row(readers(Route.get("/api/fund/ledger/invariants"))
                        .belongsToAll("counts of broken sums within the caller's own units, never a row"))
                .tests(service);
    }

    private static String booked(FundSteps fund, Owner owner) {
        return FundSteps.fundingId(
                fund.fund(owner.branch(), PERIOD, "0.01", UUID.randomUUID().toString()));
    }

    private static Route readers(Route route) {
        return route.allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR);
    }

    private static Map<String, String> policy(Owner owner) {
        return Map.of("scope", owner.branch(), "base", "GROSS_LESS_TAX", "rate", "0.5", "effectiveFrom", "2030-01");
    }
}
