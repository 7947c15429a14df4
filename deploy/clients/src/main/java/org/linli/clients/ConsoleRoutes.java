package org.linli.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The console's types, written from the services' OpenAPI documents: a namespace of schemas a service, and one table of
 * routes with what each takes and answers. Types alone, so that they cost a page nothing.
 */
final class ConsoleRoutes {

    private static final List<String> SERVICES = List.of("company", "fund", "partner");
    private static final String REFERENCE = "#/components/schemas/";

    private final ObjectMapper json = new ObjectMapper();
    private final StringBuilder schemas = new StringBuilder();
    private final Map<String, String> routes = new TreeMap<>();

    private ConsoleRoutes() {}

    /** @param documents folder of {@code company.json} and the others */
    static String of(Path documents) throws IOException {
        ConsoleRoutes types = new ConsoleRoutes();
        for (String service : SERVICES) {
            types.add(service, types.json.readTree(documents.resolve(service + ".json").toFile()));
        }
        return "// Written from docs/api/openapi by `./linli openapi`; a change of them is made there.\n"
                + types.schemas
                + "\nexport interface Routes {\n"
                + types.routes.entrySet().stream()
                        .map(route -> "  '" + route.getKey() + "': " + route.getValue() + ";\n")
                        .collect(Collectors.joining())
                + "}\n";
    }

    private void add(String service, JsonNode document) {
        schemas.append("\nexport namespace ").append(service).append(" {\n");
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> schemas.append("  export type ")
                        .append(schema.getKey())
                        .append(" = ")
                        .append(type("", schema.getValue()))
                        .append(";\n"));
        schemas.append("}\n");
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> routes.put(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                route(service + ".", method.getValue()))));
    }

    private static String route(String service, JsonNode operation) {
        StringBuilder parts = new StringBuilder("{ ");
        parameters(service, operation, "path").ifPresent(given -> parts.append("path: ").append(given).append("; "));
        parameters(service, operation, "query").ifPresent(given -> parts.append("query?: ").append(given).append("; "));
        JsonNode body = operation.path("requestBody");
        if (!body.isMissingNode()) {
            parts.append(body.path("required").asBoolean(false) ? "body: " : "body?: ")
                    .append(bodyType(service, body.path("content")))
                    .append("; ");
        }
        return parts.append("answer: ").append(answer(service, operation.path("responses"))).append(" }").toString();
    }

    private static java.util.Optional<String> parameters(String service, JsonNode operation, String place) {
        List<String> given = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals(place))
                .map(parameter -> parameter.path("name").asText()
                        + (parameter.path("required").asBoolean(false) ? ": " : "?: ")
                        + (place.equals("path") ? "string" : queryType(service, parameter.path("schema"))))
                .toList();
        return given.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of("{ " + String.join("; ", given) + " }");
    }

    /** What stands in an address is text. */
    private static String queryType(String service, JsonNode schema) {
        String type = type(service, schema);
        return type.equals("number") || type.equals("boolean") ? type + " | string" : type;
    }

    private static String bodyType(String service, JsonNode content) {
        JsonNode json = content.path("application/json");
        return json.isMissingNode() ? "Blob" : type(service, json.path("schema"));
    }

    private static String answer(String service, JsonNode responses) {
        return responses.properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(answer -> answer.getValue().path("content"))
                .map(content -> content.has("application/json")
                        ? type(service, content.path("application/json").path("schema"))
                        : "void")
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    private static String type(String service, JsonNode schema) {
        if (schema.has("$ref")) {
            return service + schema.path("$ref").asText().substring(REFERENCE.length());
        }
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .map(value -> value.isNull() ? "null" : "'" + value.asText() + "'")
                    .collect(Collectors.joining(" | "));
        }
        for (String union : List.of("oneOf", "anyOf")) {
            if (schema.has(union)) {
                return StreamSupport.stream(schema.path(union).spliterator(), false)
                        .map(one -> type(service, one))
                        .distinct()
                        .collect(Collectors.joining(" | "));
            }
        }
        JsonNode kind = schema.path("type");
        if (kind.isArray()) {
            return StreamSupport.stream(kind.spliterator(), false)
                    .map(one -> one.asText().equals("null") ? "null" : plain(service, one.asText(), schema))
                    .collect(Collectors.joining(" | "));
        }
        return plain(service, kind.asText(schema.has("properties") ? "object" : ""), schema);
    }

    private static String plain(String service, String kind, JsonNode schema) {
        return switch (kind) {
            case "string" -> "string";
            case "integer", "number" -> "number";
            case "boolean" -> "boolean";
            case "array" -> "(" + type(service, schema.path("items")) + ")[]";
            case "object" -> object(service, schema);
            case "null" -> "null";
            default -> "unknown";
        };
    }

    private static String object(String service, JsonNode schema) {
        if (!schema.has("properties")) {
            JsonNode values = schema.path("additionalProperties");
            return "Record<string, " + (values.isObject() ? type(service, values) : "unknown") + ">";
        }
        List<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return schema.path("properties").properties().stream()
                .map(property -> property.getKey()
                        + (required.contains(property.getKey()) ? ": " : "?: ")
                        + type(service, property.getValue()))
                .collect(Collectors.joining("; ", "{ ", " }"));
    }
}
