package org.linli.local.flood;

import org.jspecify.annotations.Nullable;
import org.linli.testing.Operation;
import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The heaviest request that a route's document allows: the widest scope and span, the largest page, the longest lists
 * and texts, up to a number of bytes.
 *
 * @param path with query
 * @param body text with {@value #EACH} where each request differs; null for none
 */
record HeaviestRequest(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {
    static final String STREET = "440703006";
    private static final String BRANCH = "440703006107";
    /** In a body, what is different in each request. */
    static final String EACH = "~each~";

    private static final int LONG_HEADER = 4_600;

    /** @param bytes how large the body may be, about */
    static HeaviestRequest of(JsonNode document, Operation operation, KnownIds ids, int bytes) {
        Map<String, String> headers = new HashMap<>();
        for (Operation.Parameter header : operation.in("header")) {
            headers.put(header.name(), header(operation, header));
        }
        String body = null;
        String type = operation.bodyType();
        if (type != null) {
            headers.put("Content-Type", type);
            body = type.contains("json")
                    ? new HeaviestBody(document, ids).json(operation, bytes)
                    : Rows.of(operation.path(), ids, bytes);
        }
        return new HeaviestRequest(operation.method(), path(document, operation, ids), headers, body);
    }

    private static String header(Operation operation, Operation.Parameter header) {
        String example = example(operation, header).orElse("x");
        return switch (header.name()) {
            case "Upload-Length" -> "1048576";
            case "Upload-Metadata" -> {
                int length = header.schema().path("maxLength").asInt(LONG_HEADER);
                yield (example + "A".repeat(length)).substring(0, length);
            }
            default -> example;
        };
    }

    private static String path(JsonNode document, Operation operation, KnownIds ids) {
        String path = operation.path();
        for (Operation.Parameter place : operation.in("path")) {
            int at = path.indexOf("{" + place.name() + "}");
            String collection = at < 1 ? "" : path.substring(0, at - 1);
            String value = switch (place.name()) {
                case "scope" -> STREET;
                case "unit" -> BRANCH;
                case "period" -> "2025-03";
                case "a", "b" -> "1";
                default ->
                    ids.under(operation
                                    .path()
                                    .substring(0, Math.max(0, operation.path().indexOf("/{" + place.name() + "}"))))
                            .or(() -> ids.under(collection))
                            .or(() -> example(operation, place))
                            .orElse(UUID.randomUUID().toString());
            };
            path = path.replace("{" + place.name() + "}", encoded(value));
        }
        List<String> query = new ArrayList<>();
        for (Operation.Parameter parameter : operation.in("query")) {
            JsonNode schema = Operation.resolve(document, parameter.schema());
            if (schema.has("properties")) {
                schema.path("properties")
                        .properties()
                        .forEach(property -> query(property.getKey(), Operation.resolve(document, property.getValue()))
                                .ifPresent(query::add));
            } else {
                query(parameter.name(), schema).ifPresent(query::add);
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** Filters that narrow are left out. */
    private static Optional<String> query(String name, JsonNode schema) {
        boolean days = schema.path("format").asString("").equals("date");
        String value = switch (name) {
            case "within", "street" -> STREET;
            case "unit" -> BRANCH;
            case "from" -> days ? LocalDate.now().toString() : "2025-01";
            case "to" -> days ? LocalDate.now().plusDays(90).toString() : "2025-12";
            case "compareFrom" -> "2024-01";
            case "compareTo" -> "2024-12";
            case "limit" -> String.valueOf(schema.path("maximum").asInt(5_000));
            case "level" -> "STREET";
            case "q" -> "社区";
            case "dryRun" -> "true";
            case "minutes" -> "30";
            default -> "";
        };
        return value.isEmpty() ? Optional.empty() : Optional.of(name + "=" + encoded(value));
    }

    private static Optional<String> example(Operation operation, Operation.Parameter parameter) {
        for (JsonNode declared : operation.declared().path("parameters")) {
            if (declared.path("name").asString("").equals(parameter.name())
                    && declared.path("example").isValueNode()) {
                return Optional.of(declared.path("example").asString());
            }
        }
        return Optional.empty();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
