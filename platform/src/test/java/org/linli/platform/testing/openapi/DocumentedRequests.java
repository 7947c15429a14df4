package org.linli.platform.testing.openapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a service's own OpenAPI document says of the JSON bodies that its routes take. */
public final class DocumentedRequests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentSchemas schemas;

    DocumentedRequests(DocumentSchemas schemas) {
        this.schemas = schemas;
    }

    /** @param route method and template */
    public boolean hasJson(String route) {
        return !schema(route).isMissingNode();
    }

    /** Whether a body must be sent at all. */
    public boolean isRequired(String route) {
        return schemas.resolved(schemas.operation(route).path("requestBody"))
                .path("required")
                .asBoolean(false);
    }

    /** Where the document's own examples of JSON bodies are not what it calls valid. */
    public static List<String> faultsOfExamples(JsonNode document) {
        DocumentedRequests requests = new DocumentedRequests(new DocumentSchemas(document));
        List<String> faults = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> examples(requests.schemas.resolved(
                                        operation.getValue().path("requestBody")))
                                .forEach(example -> faults.addAll(requests.faults(
                                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), example)))));
        return faults;
    }

    private static List<JsonNode> examples(JsonNode body) {
        JsonNode json = body.path("content").path("application/json");
        List<JsonNode> examples = new ArrayList<>();
        json.path("examples").forEach(example -> examples.add(example.path("value")));
        if (json.has("example")) {
            examples.add(json.path("example"));
        }
        return examples;
    }

    /** Where a body is not what the document calls valid. */
    public List<String> faults(String route, JsonNode body) {
        return schemas.faults(schema(route), body).stream()
                .map(fault -> route + " takes " + fault)
                .toList();
    }

    /** The same body without one part that the document demands, for each, by the part's path. */
    public Map<String, JsonNode> lacking(String route, JsonNode body) {
        Map<String, JsonNode> lacking = new LinkedHashMap<>();
        required(schema(route), body, "").forEach(path -> {
            JsonNode rest = body.deepCopy();
            int last = path.lastIndexOf('/');
            ((ObjectNode) rest.at(path.substring(0, last))).remove(path.substring(last + 1));
            lacking.put(path, rest);
        });
        return lacking;
    }

    /** The same body with only what the document demands, and null for all else that may be null. */
    public JsonNode least(String route, JsonNode body) {
        JsonNode least = body.deepCopy();
        reduce(schema(route), least);
        return least;
    }

    private JsonNode schema(String route) {
        return schemas.resolved(schemas.operation(route).path("requestBody"))
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private List<String> required(JsonNode schema, JsonNode value, String path) {
        List<String> found = new ArrayList<>();
        walk(
                schema,
                value,
                path,
                (at, object, listed) -> listed.path("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .filter(object::has)
                        .forEach(name -> found.add(at + "/" + name)));
        return found;
    }

    private void reduce(JsonNode schema, JsonNode value) {
        walk(schema, value, "", (at, object, listed) -> {
            List<String> required = listed.path("required")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            listed.path("properties").properties().stream()
                    .filter(property -> !required.contains(property.getKey()))
                    .forEach(property -> {
                        object.remove(property.getKey());
                        if (schemas.faults(property.getValue(), JSON.nullNode()).isEmpty()) {
                            object.putNull(property.getKey());
                        }
                    });
        });
    }

    private interface Visitor {
        void visit(String path, ObjectNode object, JsonNode schema);
    }

    /** Every object of the value with its schema, the outer ones first. */
    private void walk(JsonNode schema, JsonNode value, String path, Visitor visitor) {
        JsonNode either = schema.has("anyOf") ? schema.path("anyOf").path(0) : schema;
        JsonNode listed = schemas.resolved(either);
        if (value instanceof ObjectNode object) {
            visitor.visit(path, object, listed);
            listed.path("properties").properties().stream()
                    .filter(property -> object.has(property.getKey()))
                    .forEach(property -> walk(
                            property.getValue(),
                            object.path(property.getKey()),
                            path + "/" + property.getKey(),
                            visitor));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                walk(listed.path("items"), value.path(i), path + "/" + i, visitor);
            }
        }
    }
}
