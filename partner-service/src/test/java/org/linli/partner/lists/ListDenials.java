package org.linli.partner.lists;

import org.linli.platform.security.Role;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;

/** The rows of the three lists: HQ acts for its street, others for their branch. */
public final class ListDenials {

    private static final Map<String, String> REASON = Map.of("reason", "已开课");
    private static final Map<String, String> DEADLINE = Map.of("deadline", "2099-01-01T00:00:00Z");

    private ListDenials() {}

    public static List<Route> rows(ListSteps steps, Owner owner) {
        Function<String, Map<String, Object>> project = unit -> ListSteps.project(unit, List.of(), List.of());
        return Stream.of(
                        list(steps, owner, "/needs", ListSteps::need),
                        list(steps, owner, "/resources", ListSteps::person),
                        list(steps, owner, "/projects-wanted", project),
                        Stream.of(
                                act("/needs", "/fulfilment")
                                        .call((o, role) -> Call.with(steps.add("/needs", ListSteps.need(unit(o, role))))
                                                .json(REASON)),
                                Route.post("/api/partner/projects-wanted/{id}/open-call")
                                        .allowed(BRANCH_HEAD, BRANCH_CLERK, HQ)
                                        .call((o, role) -> Call.with(
                                                        steps.add("/projects-wanted", project.apply(unit(o, role))))
                                                .json(DEADLINE))))
                .flatMap(routes -> routes)
                .toList();
    }

    private static Stream<Route> list(
            ListSteps steps, Owner owner, String path, Function<String, Map<String, Object>> item) {
        String seen = steps.add(path, item.apply(owner.branch()));
        String base = "/api/partner" + path;
        return Stream.of(
                Route.post(base)
                        .allowed(BRANCH_HEAD, BRANCH_CLERK, HQ)
                        .call((o, role) -> Call.with().json(item.apply(unit(o, role)))),
                Route.put(base + "/{id}")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK, HQ)
                        .call((o, role) -> Call.with(steps.add(path, item.apply(unit(o, role))))
                                .json(item.apply(unit(o, role)))),
                act(path, "/withdrawal")
                        .call((o, role) -> Call.with(steps.add(path, item.apply(unit(o, role))))
                                .json(REASON)),
                act(path, "/reopening")
                        .call((o, role) -> Call.with(steps.dropped(path, item.apply(unit(o, role))))
                                .json(REASON)),
                read(base).call((o, role) -> Call.with()).showsOnlyOwn(),
                read(base + "/{id}").call((o, role) -> Call.with(seen)));
    }

    private static Route act(String path, String command) {
        return Route.post("/api/partner" + path + "/{id}" + command).allowed(BRANCH_HEAD, HQ);
    }

    private static Route read(String path) {
        return Route.get(path).allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR);
    }

    private static String unit(Owner owner, Role role) {
        return role == HQ ? owner.street() : owner.branch();
    }
}
