package org.linli.company.consolidation;

import org.linli.platform.testing.Call;
import org.linli.platform.testing.Route;

import java.util.List;

import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;

/** The consolidation's rows of the module's denial table. The owner's branch needs an accepted statement. */
public final class ConsolidationRoutes {

    private static final String BASE = "/api/company/consolidation";
    private static final String YEAR = "from=2026-01&to=2026-12";

    private ConsolidationRoutes() {}

    public static List<Route> rows() {
        return List.of(
                read("/{scope}"),
                read("/{scope}/progress", ""),
                read("/{scope}/branches"),
                read("/{scope}/partners"),
                read("/{scope}/statement-lines"),
                list("/cells"),
                list("/cells/export"),
                Route.post(BASE + "/rebuilds").allowed(CITY, HQ).needsEverywhere());
    }

    private static Route read(String path) {
        return read(path, YEAR);
    }

    private static Route read(String path, String query) {
        return Route.get(BASE + path)
                .allowed(CITY, HQ, AUDITOR, BRANCH_HEAD, BRANCH_CLERK)
                .call((owner, role) -> query.isEmpty()
                        ? Call.with(owner.branch())
                        : Call.with(owner.branch()).query(query));
    }

    private static Route list(String path) {
        return Route.get(BASE + path)
                .allowed(CITY, HQ, AUDITOR, BRANCH_HEAD, BRANCH_CLERK)
                .call((owner, role) -> Call.with().query(YEAR + "&level=COMMUNITY"))
                .showsOnlyOwn();
    }
}
