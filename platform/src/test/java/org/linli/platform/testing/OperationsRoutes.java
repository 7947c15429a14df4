package org.linli.platform.testing;

import org.linli.platform.security.Role;

import java.util.List;
import java.util.Map;

/** Rows of the routes that every service with consumers has, for its {@link RouteTable}. */
public final class OperationsRoutes {

    private OperationsRoutes() {}

    /**
     * @param service as its addresses name it, such as {@code company}
     * @param consumer the name of one of its consumers
     */
    public static List<Route> rows(String service, String consumer) {
        String base = "/api/" + service + "/operations/dead-letters";
        return List.of(
                Route.get(base).allowed(Role.CITY, Role.HQ).needsEverywhere(),
                Route.post(base + "/redrive")
                        .allowed(Role.CITY, Role.HQ)
                        .call((owner, role) -> Call.with().json(Map.of("consumer", consumer)))
                        .needsEverywhere());
    }
}
