package org.linli.partner.proposal;

import org.linli.partner.PartnerSteps;
import org.linli.partner.call.CallSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.ServiceUnderTest;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What partners do with proposals, and units with those handed in, over HTTP with their own rights. */
public final class ProposalSteps {

    private final ServiceUnderTest service;
    private final PartnerSteps partners;
    private final CallSteps calls;

    public ProposalSteps(ServiceUnderTest service) {
        this.service = service;
        this.partners = new PartnerSteps(service.http());
        this.calls = new CallSteps(service);
    }

    public CallSteps calls() {
        return calls;
    }

    /** Somebody of the partner that subject {@code partner-<unit>} acts for, registered the first time. */
    public WebTestClient partner(String unit) {
        partners.partner(unit);
        return service.http().as(Role.PARTNER, unit);
    }

    /** A complete proposal to a call of {@link CallSteps#call}; change the map to make another one of it. */
    public static Map<String, Object> proposal(String call) {
        return new HashMap<>(Map.of(
                "callId", call,
                "title", "长者书法晚课",
                "summary", "每周二、四晚七点",
                "mode", "VENUE_COOPERATION",
                "priceYuan", "20.00",
                "marketPriceYuan", "60.00",
                "sharePercent", 15.00,
                "benefitSessions", 12,
                "documents", List.of()));
    }

    /** @return id of a proposal that the partner has drafted */
    public String drafted(WebTestClient partner, String call) {
        return calls.post(partner, "/proposals", proposal(call), 201).get("id").asString();
    }

    /** @return id of a proposal that the partner has handed in */
    public String submitted(WebTestClient partner, String call) {
        Map<String, Object> proposal = proposal(call);
        proposal.put("submit", true);
        return calls.post(partner, "/proposals", proposal, 201).get("id").asString();
    }

    /** A command on a proposal that is answered with 200. */
    public JsonNode command(WebTestClient who, String proposal, String command, Object body) {
        return calls.post(who, "/proposals/" + proposal + "/" + command, body, 200);
    }
}
