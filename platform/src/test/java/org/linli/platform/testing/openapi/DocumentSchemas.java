package org.linli.platform.testing.openapi;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The operations and schemas of an OpenAPI document. Its objects are taken as whole: a field that no schema names is at
 * fault, except in what says that it may hold more.
 */
final class DocumentSchemas {

    private static final String ID = "https://linli.org/openapi-document";
    private static final String OPEN = "Problem";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document;
    private final List<PathPattern> paths;
    private final SchemaRegistry registry;

    DocumentSchemas(JsonNode whole) {
        document = whole.deepCopy();
        paths = document.path("paths").propertyNames().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .sorted()
                .toList();
        document.path("components").path("schemas").properties().stream()
                .filter(schema -> !schema.getKey().equals(OPEN))
                .forEach(schema -> close(schema.getValue()));
        String text = JSON.writeValueAsString(document);
        registry = SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemas(Map.of(ID, text))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .locale(Locale.ENGLISH)
                                .build()));
    }

    private static void close(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        object.remove("example");
        if (object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        object.path("properties").forEach(DocumentSchemas::close);
        List.of("items", "additionalProperties").forEach(part -> close(object.path(part)));
        List.of("anyOf", "oneOf").forEach(parts -> object.path(parts).forEach(DocumentSchemas::close));
    }

    /** The listed address that a request's is one of. */
    Optional<String> templateOf(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return paths.stream()
                .filter(pattern -> pattern.matches(asked))
                .map(PathPattern::getPatternString)
                .findFirst();
    }

    /** @param route method and template; missing where it is not listed */
    JsonNode operation(String route) {
        String[] parts = route.split(" ");
        return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    }

    /** The node itself, or what its {@code $ref} points to. */
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    JsonNode named(String schema) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
    }

    /** What a listed content type says of this one. */
    static Optional<JsonNode> ofType(JsonNode content, @Nullable MediaType type) {
        return type == null
                ? Optional.empty()
                : content.properties().stream()
                        .filter(listed ->
                                MediaType.parseMediaType(listed.getKey()).includes(type))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** Where the body is not what the schema allows. */
    List<String> faults(JsonNode schema, byte[] body) {
        try {
            return faults(schema, JSON.readTree(body));
        } catch (JacksonException notJson) {
            return List.of("is not JSON");
        }
    }

    List<String> faults(JsonNode schema, JsonNode value) {
        JsonNode absolute =
                JSON.readTree(JSON.writeValueAsString(schema).replace("\"$ref\":\"#/", "\"$ref\":\"" + ID + "#/"));
        return registry.getSchema(absolute).validate(value).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
