package org.linli.platform.idempotency;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;

/**
 * The hash of what a command asks for: of route and payload, its fields by name and those without a value left out.
 * So a field that a later release adds, and that a caller does not send, changes no hash.
 */
final class PayloadHash {

    private final JsonMapper json;

    PayloadHash(JsonMapper json) {
        this.json = json;
    }

    byte[] of(String route, Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(route.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(json.writeValueAsBytes(normal(json.valueToTree(body))));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private JsonNode normal(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var fields = new TreeMap<String, JsonNode>();
                object.properties().forEach(field -> fields.put(field.getKey(), normal(field.getValue())));
                fields.values().removeIf(PayloadHash::isNothing);
                ObjectNode normal = json.createObjectNode();
                fields.forEach(normal::set);
                yield normal;
            }
            case ArrayNode array -> {
                ArrayNode normal = json.createArrayNode();
                array.forEach(item -> normal.add(normal(item)));
                yield normal;
            }
            default -> node;
        };
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || value.isContainer() && value.isEmpty();
    }
}
