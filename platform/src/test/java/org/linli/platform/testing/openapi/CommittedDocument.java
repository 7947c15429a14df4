package org.linli.platform.testing.openapi;

import org.linli.platform.security.Role;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service's OpenAPI document as it is committed under {@code docs/api/openapi}: keys in order, only what the gateway
 * forwards, at the gateway's address. It is written anew by {@code ./linli openapi}.
 */
public final class CommittedDocument {

    private static final String GATEWAY = "http://127.0.0.1:8080";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CommittedDocument() {}

    /** Fails where the service answers another document than the committed one. */
    public static void check(ServiceUnderTest service, String name) {
        Path file = Path.of("../docs/api/openapi", name + ".json");
        String live = JSON.writeValueAsString(canonical(forwarded(read(service, name)))) + "\n";
        try {
            if (Boolean.getBoolean("linli.openapi.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, live);
            }
            assertThat(live)
                    .as("%s says what the service answers; write it anew by ./linli openapi", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("write it by ./linli openapi", e);
        }
    }

    private static ObjectNode read(ServiceUnderTest service, String name) {
        String document = service.http()
                .bearing(TestTokens.tokenOf("reader", List.of(Role.AUDITOR)))
                .get()
                .uri("/api/" + name + "/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return (ObjectNode) JSON.readTree(document);
    }

    private static ObjectNode forwarded(ObjectNode document) {
        document.putArray("servers").addObject().put("url", GATEWAY).put("description", "Linli gateway · 网关");
        ObjectNode paths = (ObjectNode) document.get("paths");
        paths.remove(paths.propertyNames().stream()
                .filter(path -> !path.startsWith("/api/"))
                .toList());
        return document;
    }

    private static JsonNode canonical(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode ordered = JSON.createObjectNode();
            new TreeMap<>(object.properties().stream()
                            .collect(java.util.stream.Collectors.toMap(
                                    java.util.Map.Entry::getKey, java.util.Map.Entry::getValue)))
                    .forEach((key, value) -> ordered.set(key, canonical(value)));
            return ordered;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode same = JSON.createArrayNode();
            array.forEach(item -> same.add(canonical(item)));
            return same;
        }
        return node;
    }
}
