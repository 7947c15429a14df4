package org.linli.partner.webhook;

import org.linli.partner.PartnerSteps;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;

import java.util.List;
import java.util.Map;

import static org.linli.platform.security.Role.PARTNER;

/** Endpoints, their secrets and deliveries belong to the partner that the caller acts for. */
public final class WebhookDenials {

    private static final String WEBHOOKS = "/api/partner/webhooks";
    private static final String DELIVERIES = "/api/partner/webhook-deliveries";

    private WebhookDenials() {}

    /** @param receiver answers until the table is through */
    public static List<Route> rows(PartnerSteps steps, Owner owner, Receiver receiver) {
        steps.partner(owner.street());
        Map<String, Object> request = Map.of("url", receiver.url());
        String id = steps.post(PARTNER, owner.street(), "/webhooks", request, 201)
                .get("id")
                .asString();
        String delivery = steps.post(PARTNER, owner.street(), "/webhooks/" + id + "/ping", null, 200)
                .get("id")
                .asString();
        return List.of(
                Route.post(WEBHOOKS)
                        .allowed(PARTNER)
                        .call((who, role) -> Call.with().json(request))
                        .belongsToAll("makes one of the caller's own"),
                Route.get(WEBHOOKS).allowed(PARTNER).showsOnlyOwn(id),
                Route.get(WEBHOOKS + "/{id}").allowed(PARTNER).call((who, role) -> Call.with(id)),
                Route.get(WEBHOOKS + "/{id}/secret").allowed(PARTNER).call((who, role) -> Call.with(id)),
                Route.post(WEBHOOKS + "/{id}/secret-rotation")
                        .allowed(PARTNER)
                        .call((who, role) -> Call.with(id).json(Map.of("overlapHours", 1))),
                Route.post(WEBHOOKS + "/{id}/ping").allowed(PARTNER).call((who, role) -> Call.with(id)),
                Route.get(WEBHOOKS + "/{id}/deliveries").allowed(PARTNER).call((who, role) -> Call.with(id)),
                Route.get(DELIVERIES + "/{id}").allowed(PARTNER).call((who, role) -> Call.with(delivery)),
                Route.post(DELIVERIES + "/{id}/redelivery").allowed(PARTNER).call((who, role) -> Call.with(delivery)),
                Route.delete(WEBHOOKS + "/{id}")
                        .allowed(PARTNER)
                        .call((who, role) -> Call.with(steps.post(PARTNER, owner.street(), "/webhooks", request, 201)
                                .get("id")
                                .asString())),
                Route.post(WEBHOOKS + "/{id}/disabling").allowed(PARTNER).call((who, role) -> Call.with(id)),
                Route.post(WEBHOOKS + "/{id}/enabling").allowed(PARTNER).call((who, role) -> Call.with(id)));
    }
}
