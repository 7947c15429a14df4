package org.linli.partner.access;

import org.linli.partner.PartnerSteps;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;

import java.util.List;
import java.util.Map;

import static org.linli.platform.security.Role.PARTNER;

/** Credentials belong to the partner that the caller acts for. */
public final class AccessDenials {

    private static final String CREDENTIALS = "/api/partner/credentials";
    private static final String SANDBOX = "/api/partner/sandbox";

    private AccessDenials() {}

    public static List<Route> rows(PartnerSteps steps, Owner owner) {
        String id = AccessSteps.id(new AccessSteps(steps).issued(owner.street(), false, "proposals:read"));
        Map<String, Object> request = AccessSteps.asking(false, "rooms:read");
        return List.of(
                Route.post(CREDENTIALS)
                        .allowed(PARTNER)
                        .call((who, role) -> Call.with().json(request))
                        .tellsOnce("clientSecret")
                        .belongsToAll("makes one of the caller's own"),
                Route.get(CREDENTIALS).allowed(PARTNER).showsOnlyOwn(id),
                Route.get(CREDENTIALS + "/{id}").allowed(PARTNER).call((who, role) -> Call.with(id)),
                Route.post(CREDENTIALS + "/{id}/rotation")
                        .allowed(PARTNER)
                        .call((who, role) -> Call.with(id).json(Map.of("overlapHours", 1)))
                        .tellsOnce("clientSecret"),
                Route.post(CREDENTIALS + "/{id}/revocation").allowed(PARTNER).call((who, role) -> Call.with(id)),
                Route.post(SANDBOX + "/open-calls")
                        .allowed(PARTNER)
                        .call((who, role) -> Call.with().json(Map.of()))
                        .forMachines(),
                Route.post(SANDBOX + "/proposals/{id}/outcome")
                        .allowed(PARTNER)
                        .call((who, role) -> Call.with(id).json(Map.of("state", "IN_TRIAL")))
                        .forMachines());
    }
}
