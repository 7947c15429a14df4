package org.linli.platform.testing.fuzz;

import org.linli.testing.Operation;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values that a schema admits, as JSON text: enough of them are right for a request to get past the first check.
 *
 * @param document where references point into
 * @param known by name of a property or parameter, plausible values as plain text
 * @param learned ids that the service gave away
 */
record ValidValues(JsonNode document, Map<String, List<String>> known, LearnedIds learned, SplittableRandom random) {

    private static final int DEEPEST = 6;

    /** JSON text of a value named so. */
    String json(String name, JsonNode schema) {
        return json(name, schema, 0);
    }

    /** Plain text of a value named so, for a path or query. */
    String text(String name, JsonNode schema) {
        String json = json(name, schema, DEEPEST);
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }

    private String json(String name, JsonNode node, int depth) {
        JsonNode schema = Operation.resolve(document, node);
        String id = learned.named(name);
        if (id != null) {
            return "\"" + id + "\"";
        }
        String value = known.containsKey(name) ? oneOf(known.get(name)) : null;
        boolean whole = value != null && (value.startsWith("{") || value.startsWith("["));
        if (whole && random.nextBoolean()) {
            return value;
        }
        if (value != null && !whole && !typeOf(schema).equals("array")) {
            return typeOf(schema).matches("integer|number|boolean") ? value : "\"" + value + "\"";
        }
        if (schema.has("enum")) {
            return schema.get("enum")
                    .get(random.nextInt(schema.get("enum").size()))
                    .toString();
        }
        if (schema.has("example") && schema.get("example").isValueNode()) {
            return schema.get("example").toString();
        }
        return switch (typeOf(schema)) {
            case "object" -> depth >= DEEPEST ? "{}" : object(schema, depth);
            case "array" -> depth >= DEEPEST ? "[]" : array(name, schema, depth);
            case "integer" -> String.valueOf(random.nextInt(1, 60));
            case "number" -> random.nextInt(1, 60) + ".5";
            case "boolean" -> String.valueOf(random.nextBoolean());
            default -> "\"" + string(schema) + "\"";
        };
    }

    private String object(JsonNode schema, int depth) {
        return schema.path("properties").properties().stream()
                .map(property ->
                        "\"" + property.getKey() + "\":" + json(property.getKey(), property.getValue(), depth + 1))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String array(String name, JsonNode schema, int depth) {
        return IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(i -> json(name, schema.path("items"), depth + 1))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String string(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-03-" + (10 + random.nextInt(18));
            case "date-time" -> "2026-03-12T02:11:09Z";
            case "uuid" -> "00000000-0000-4000-8000-00000000000" + random.nextInt(10);
            default -> oneOf(List.of("中文", "abc", "2026-03", "12.34", "x" + random.nextInt(1000)));
        };
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream()
                    .map(JsonNode::asString)
                    .filter(one -> !one.equals("null"))
                    .findFirst()
                    .orElseThrow();
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
