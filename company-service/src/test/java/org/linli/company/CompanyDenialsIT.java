package org.linli.company;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.linli.company.consolidation.ConsolidationRoutes;
import org.linli.platform.security.Role;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.OperationsRoutes;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;
import org.linli.platform.testing.RouteTable;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;
import static org.linli.platform.security.Role.PARTNER;

/** Every route of the service, each role, each way of being a stranger. A route without a row here fails the build. */
// A context of its own: a small database is looked at twice for every refusal.
@LinliTest(properties = "linli.context=rights")
class CompanyDenialsIT {

    private static final Role[] READERS = {CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR};

    /** Each call that makes something gets a number, and with it a month, of its own. */
    private final AtomicInteger next = new AtomicInteger();

    @Autowired
    ServiceUnderTest service;

    private CompanySteps steps;

    @TestFactory
    Stream<DynamicNode> denials() {
        steps = new CompanySteps(service.http());
        Owner owner = Owner.in(Histories.freshStreet());
        steps.register(owner.branch(), owner.sibling());
        steps.register(owner.otherBranch());
        steps.record(
                owner.branch(),
                List.of(CompanySteps.entry("rights-" + owner.branch(), owner.branch(), "2026-01", "10.00")));
        steps.accept(steps.submit(owner.branch(), "2026-01"));
        steps.awaitConsolidated(owner.branch(), 1);
        RouteTable table = RouteTable.of(owner);
        Stream.of(
                        units(),
                        entries(),
                        statements(),
                        projects(),
                        ConsolidationRoutes.rows(),
                        OperationsRoutes.rows("company", "company.share"))
                .flatMap(List::stream)
                .forEach(table::row);
        return table.tests(service);
    }

    private List<Route> units() {
        Map<String, Object> line = Map.of("nameZh", "夜校", "nameEn", "Evening school", "active", true);
        return List.of(
                readers("/units").call((owner, role) -> Call.with()).showsOnlyOwn(),
                readers("/units/{code}").call((owner, role) -> Call.with(owner.branch())),
                Route.put("/api/company/units/{code}")
                        .allowed(HQ, CITY)
                        .call((owner, role) ->
                                Call.with(owner.branch()).json(Map.of("name", "新名" + next.incrementAndGet()))),
                Route.post("/api/company/units/batch")
                        .allowed(HQ, CITY)
                        .call((owner, role) -> Call.with()
                                .json(Map.of(
                                        "units",
                                        List.of(Map.of("code", owner.branch(), "name", "又" + next.incrementAndGet())))))
                        .refusesOthersRows(),
                Route.get("/api/company/business-lines")
                        .allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR, PARTNER)
                        .belongsToAll("one list of lines for the whole suite"),
                Route.put("/api/company/business-lines/{code}")
                        .allowed(HQ, CITY)
                        .call((owner, role) -> Call.with("EVENING_SCHOOL").json(line))
                        .belongsToAll("one list of lines for the whole suite; any HQ may add to it"));
    }

    private List<Route> entries() {
        return List.of(
                writers("/entries").call((owner, role) -> Call.with().json(fresh(owner))),
                writers("/entries/batch")
                        .call((owner, role) -> Call.with().json(Map.of("entries", List.of(fresh(owner)))))
                        .refusesOthersRows(),
                writers("/entries/import")
                        .call((owner, role) -> Call.with().csv(file(owner)))
                        .refusesOthersRows(),
                writers("/entries/{entryNo}/withdrawal")
                        .call((owner, role) -> Call.with(recorded(owner)).json(Map.of("reason", "重复"))),
                readers("/entries").call((owner, role) -> Call.with()).showsOnlyOwn(),
                readers("/entries/export").call((owner, role) -> Call.with()).showsOnlyOwn(),
                readers("/entries/{entryNo}").call((owner, role) -> Call.with("rights-" + owner.branch())));
    }

    private List<Route> statements() {
        return List.of(
                writers("/statements")
                        .call((owner, role) ->
                                Call.with().json(Map.of("unit", owner.branch(), "period", periodWithEntry(owner)))),
                readers("/statements").call((owner, role) -> Call.with()).showsOnlyOwn(),
                readers("/statements/{id}").call((owner, role) -> Call.with(owner.branch() + "-2026-01-1")),
                Route.post("/api/company/statements/{id}/submission")
                        .allowed(BRANCH_HEAD)
                        .call((owner, role) -> Call.with(drafted(owner))),
                Route.post("/api/company/statements/{id}/acceptance")
                        .allowed(HQ)
                        .call((owner, role) -> Call.with(submitted(owner))),
                Route.post("/api/company/statements/{id}/return")
                        .allowed(HQ)
                        .call((owner, role) -> Call.with(submitted(owner)).json(Map.of("reasons", List.of("不符")))),
                Route.post("/api/company/statements/{id}/withdrawal")
                        .allowed(BRANCH_HEAD)
                        .call((owner, role) -> Call.with(submitted(owner))),
                writers("/statements/{id}/discard").call((owner, role) -> Call.with(drafted(owner))));
    }

    private List<Route> projects() {
        return List.of(
                writers("/projects").call((owner, role) -> Call.with().json(project(owner))),
                writers("/projects/{id}/end")
                        .call((owner, role) -> Call.with(started(owner)).json(Map.of("endedOn", "2026-12-31"))),
                readers("/projects")
                        .call((owner, role) -> {
                            started(owner);
                            return Call.with();
                        })
                        .showsOnlyOwn(),
                readers("/projects/{id}").call((owner, role) -> Call.with(started(owner))));
    }

    private static Route readers(String path) {
        return Route.get("/api/company" + path).allowed(READERS[0], READERS);
    }

    private static Route writers(String path) {
        return Route.post("/api/company" + path).allowed(BRANCH_CLERK, BRANCH_HEAD);
    }

    private Map<String, Object> fresh(Owner owner) {
        int number = next.incrementAndGet();
        return CompanySteps.entry("fresh-" + owner.branch() + "-" + number, owner.branch(), period(number), "1.00");
    }

    private String file(Owner owner) {
        return "entry_no,unit_code,period,date,line,project,counterparty_unit,partner,gross,tax,direct_cost,memo\r\n"
                + "file-" + next.incrementAndGet() + "," + owner.branch()
                + ",2026-02,2026-02-03,FAIR,,,,5.00,0.00,0.00,\r\n";
    }

    private String recorded(Owner owner) {
        Map<String, Object> entry = fresh(owner);
        steps.record(owner.branch(), List.of(entry));
        return (String) entry.get("entryNo");
    }

    private String periodWithEntry(Owner owner) {
        Map<String, Object> entry = fresh(owner);
        steps.record(owner.branch(), List.of(entry));
        return (String) entry.get("period");
    }

    private String drafted(Owner owner) {
        Map<String, Object> request = Map.of("unit", owner.branch(), "period", periodWithEntry(owner));
        return steps.post(BRANCH_CLERK, owner.branch(), "/statements", request, 201)
                .get("id")
                .asString();
    }

    private String submitted(Owner owner) {
        return steps.submit(owner.branch(), periodWithEntry(owner));
    }

    private Map<String, Object> project(Owner owner) {
        return Map.of(
                "unit",
                owner.branch(),
                "name",
                "项目" + next.incrementAndGet(),
                "line",
                "CANTEEN",
                "startedOn",
                "2026-01-01");
    }

    private String started(Owner owner) {
        return steps.post(BRANCH_CLERK, owner.branch(), "/projects", project(owner), 201)
                .get("id")
                .asString();
    }

    /** A month of its own for each number, from 1950 on. */
    private static String period(int number) {
        return "%04d-%02d".formatted(1950 + number / 12, 1 + number % 12);
    }
}
