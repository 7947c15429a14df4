package org.linli.local.flood;

import org.linli.testing.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/** A route's example, grown to the longest lists and texts that its schema allows. */
record HeaviestBody(JsonNode document, KnownIds ids) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int USUAL_LIST = 50;

    String json(Operation operation, int bytes) {
        JsonNode content = Operation.resolve(document, operation.declared().path("requestBody"))
                .path("content")
                .path(String.valueOf(operation.bodyType()));
        JsonNode example = content.path("example");
        JsonNode schema = content.path("schema");
        return grown("", example.isMissingNode() ? JSON.createObjectNode() : example, schema, bytes)
                .toString();
    }

    private JsonNode grown(String name, JsonNode value, JsonNode declared, int bytes) {
        JsonNode schema = Operation.resolve(document, declared);
        if (value instanceof ObjectNode object) {
            ObjectNode grown = JSON.createObjectNode();
            int each = bytes / Math.max(1, lists(object, schema));
            object.properties()
                    .forEach(property -> grown.set(
                            property.getKey(),
                            grown(
                                    property.getKey(),
                                    property.getValue(),
                                    schema.path("properties").path(property.getKey()),
                                    each)));
            return grown;
        }
        if (value instanceof ArrayNode array) {
            return array.isEmpty() ? array : repeated(name, array.get(0), schema, bytes);
        }
        return value.isString() ? JSON.getNodeFactory().stringNode(text(name, value.asString(), schema, bytes)) : value;
    }

    /** How many share the bytes. */
    private int lists(ObjectNode object, JsonNode schema) {
        return (int) object.properties().stream()
                .filter(property -> property.getValue().isArray()
                        && !Operation.resolve(
                                        document, schema.path("properties").path(property.getKey()))
                                .has("maxItems"))
                .count();
    }

    private ArrayNode repeated(String name, JsonNode element, JsonNode schema, int bytes) {
        int longest = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        JsonNode grown = grown(name, element, schema.path("items"), bytes / Math.min(longest, USUAL_LIST));
        String text = grown.toString();
        int size = text.getBytes(StandardCharsets.UTF_8).length + 1;
        int count = Math.max(1, Math.min(longest, bytes / size));
        ArrayNode list = JSON.createArrayNode();
        for (int i = 0; i < count; i++) {
            // Elements differ where they carry a mark of the request, as the numbers of entries do.
            list.add(JSON.readTree(text.replace(HeaviestRequest.EACH, HeaviestRequest.EACH + i)));
        }
        return list;
    }

    private String text(String name, String example, JsonNode schema, int bytes) {
        String known = ids.named(name).orElse(null);
        if (known != null) {
            return known;
        }
        if (name.endsWith("No") || name.equals("reference")) {
            return example + HeaviestRequest.EACH;
        }
        boolean free = !schema.has("enum")
                && !schema.has("pattern")
                && !schema.has("format")
                && example.codePoints().anyMatch(character -> character > 0x2E80);
        int longest = Math.min(schema.path("maxLength").asInt(0), bytes / 3);
        return free && longest > example.length() ? "社".repeat(longest) : example;
    }
}
