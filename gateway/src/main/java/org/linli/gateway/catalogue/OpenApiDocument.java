package org.linli.gateway.catalogue;

import org.linli.gateway.backend.Backend;
import org.linli.gateway.backend.BackendProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Iterator;
import java.util.Set;

/**
 * A service's OpenAPI document as it is true outside: the server is the gateway, tokens come from the identity provider,
 * and only addresses that the gateway forwards are listed.
 */
@Component
class OpenApiDocument {

    private static final Set<String> SCOPES = Set.of("openid", "profile");

    private final JsonMapper json;
    private final String identity;

    OpenApiDocument(JsonMapper json, BackendProperties parts) {
        this.json = json;
        this.identity = parts.of(Backend.IDENTITY).toString();
    }

    byte[] asSeenFromOutside(byte[] document) {
        ObjectNode api = (ObjectNode) json.readTree(document);
        api.putArray("servers").addObject().put("url", "/").put("description", "Linli gateway · 网关");
        forwardedOnly(api.path("paths"));
        ObjectNode schemes = api.withObjectProperty("components").withObjectProperty("securitySchemes");
        schemes.removeAll();
        signIn(schemes.putObject("signIn"));
        schemes.putObject("token").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        api.remove("security");
        api.path("paths").forEach(path -> path.forEach(OpenApiDocument::eitherWayIn));
        return json.writeValueAsBytes(api);
    }

    /** What needs a token takes it from a sign-in as well as typed in. */
    private static void eitherWayIn(JsonNode operation) {
        if (operation.path("security").isEmpty()) {
            return;
        }
        var security = ((ObjectNode) operation).putArray("security");
        security.addObject().putArray("signIn");
        security.addObject().putArray("token");
    }

    private static void forwardedOnly(JsonNode paths) {
        for (Iterator<String> path = paths.propertyNames().iterator(); path.hasNext(); ) {
            if (!path.next().startsWith("/api/")) {
                path.remove();
            }
        }
    }

    private void signIn(ObjectNode scheme) {
        scheme.put("type", "oauth2").put("description", "Sign in as one of the people of the demo · 演示账号登录");
        ObjectNode flow = scheme.putObject("flows").putObject("authorizationCode");
        flow.put("authorizationUrl", identity + "/oauth2/authorize").put("tokenUrl", identity + "/oauth2/token");
        ObjectNode scopes = flow.putObject("scopes");
        SCOPES.stream().sorted().forEach(scope -> scopes.put(scope, scope));
    }
}
