package org.linli.testing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One operation of an OpenAPI document, its references resolved as far as they are needed.
 *
 * @param path template with placeholders
 * @param parameters in path, query and header
 * @param bodyType content type of the body, none where there is no body
 * @param body schema of the body
 * @param declared the operation as it stands in the document
 */
public record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable String bodyType,
        @Nullable JsonNode body,
        JsonNode declared) {

    /** @param in {@code path}, {@code query} or {@code header} */
    public record Parameter(String name, String in, JsonNode schema) {}

    /** E.g. {@code GET /api/fund/policies}. */
    public String name() {
        return method + " " + path;
    }

    /** The parameters of that place. */
    public List<Parameter> in(String place) {
        return parameters.stream().filter(p -> p.in().equals(place)).toList();
    }

    /** All operations of the document, one for each content type that they take. */
    public static List<Operation> of(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method ->
                                List.of("get", "post", "put", "delete", "patch").contains(method.getKey()))
                        .flatMap(method -> operations(document, path.getKey(), method))
                        .forEach(operations::add));
        return operations;
    }

    private static Stream<Operation> operations(JsonNode document, String path, Map.Entry<String, JsonNode> method) {
        var content = resolve(document, method.getValue().path("requestBody")).path("content");
        return content.isEmpty()
                ? Stream.of(operation(document, path, method, null, null))
                : content.properties().stream()
                        .map(type -> operation(
                                document,
                                path,
                                method,
                                type.getKey(),
                                resolve(document, type.getValue().path("schema"))));
    }

    private static Operation operation(
            JsonNode document,
            String path,
            Map.Entry<String, JsonNode> method,
            @Nullable String bodyType,
            @Nullable JsonNode body) {
        var parameters = new ArrayList<Parameter>();
        for (JsonNode parameter : method.getValue().path("parameters")) {
            JsonNode known = resolve(document, parameter);
            parameters.add(new Parameter(
                    known.path("name").asString(),
                    known.path("in").asString(),
                    resolve(document, known.path("schema"))));
        }
        return new Operation(
                method.getKey().toUpperCase(Locale.ROOT), path, parameters, bodyType, body, method.getValue());
    }

    /** The node itself, or what its {@code $ref} points to; of what may be null, what it is else. */
    public static JsonNode resolve(JsonNode document, JsonNode schema) {
        JsonNode node = schema.has("anyOf") ? schema.path("anyOf").path(0) : schema;
        String reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
    }
}
