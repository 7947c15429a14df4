package org.linli.partner.access;

import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.TestRegistration;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** What a partner does with its credentials, and its machines by them. */
public final class AccessSteps {

    private final PartnerSteps steps;

    public AccessSteps(PartnerSteps steps) {
        this.steps = steps;
    }

    static Map<String, Object> asking(boolean sandbox, String... scopes) {
        return Map.of("name", "一号机", "scopes", List.of(scopes), "sandbox", sandbox);
    }

    /** Of the partner of that street, which is registered where it was not. */
    public JsonNode issued(String street, boolean sandbox, String... scopes) {
        steps.partner(street);
        return steps.post(Role.PARTNER, street, "/credentials", asking(sandbox, scopes), 201);
    }

    /** Speaks as the machine. @param issued what its issue was answered with */
    public WebTestClient machine(JsonNode issued, String... scopes) {
        return steps.http().bearing(token(issued, scopes));
    }

    static String token(JsonNode issued, String... scopes) {
        return TestRegistration.token(
                issued.get("clientId").asString(), issued.get("clientSecret").asString(), scopes);
    }

    static String id(JsonNode issued) {
        return issued.get("credential").get("id").asString();
    }
}
