package org.linli.platform.testing.openapi;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads an OpenAPI document as a partner's developer does and names what is missing: a summary in Chinese and English, an
 * example of every JSON body and of every JSON answer, and the problems with their examples and where they are explained.
 */
public final class OpenApiGuard {

    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "head", "patch", "options");
    private static final String PROBLEM = "application/problem+json";
    private static final String TOLD = "docs/api/problems.md";

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private OpenApiGuard(JsonNode document) {
        this.document = document;
    }

    /** What is missing, an entry a gap; empty where nothing is. */
    public static List<String> faults(JsonNode document) {
        OpenApiGuard guard = new OpenApiGuard(document);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> guard.look(
                                entry.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                entry.getValue())));
        return List.copyOf(guard.faults);
    }

    private void look(String name, JsonNode operation) {
        String summary = operation.path("summary").asString("");
        expect(CHINESE.matcher(summary).find(), name, "no Chinese summary");
        expect(ENGLISH.matcher(summary).find(), name, "no English summary");
        lookAtJson(name + " request", operation.path("requestBody"));
        JsonNode responses = operation.path("responses");
        responses.properties().forEach(response -> lookAt(name, response));
        List.of("429", "default").forEach(status -> expect(responses.has(status), name, "no " + status));
        if (!operation.path("security").isEmpty()) {
            List.of("401", "403").forEach(status -> expect(responses.has(status), name, "no " + status));
        }
        if (operation.has("requestBody")) {
            expect(responses.has("422"), name, "no 422");
        }
    }

    private void lookAt(String name, Map.Entry<String, JsonNode> response) {
        String status = response.getKey();
        JsonNode answer = resolved(response.getValue());
        if (status.startsWith("2")) {
            lookAtJson(name + " " + status, answer);
            expect(answer.path("headers").has("RateLimit"), name + " " + status, "no RateLimit header");
        } else if (!status.startsWith("3")) {
            JsonNode problem = answer.path("content").path(PROBLEM);
            expect(hasExample(problem), name + " " + status, "no example of a problem");
            expect(
                    answer.path("description").asString("").contains(TOLD),
                    name + " " + status,
                    "does not lead to " + TOLD);
        }
    }

    private void lookAtJson(String name, JsonNode holder) {
        holder.path("content").properties().stream()
                .filter(content ->
                        content.getKey().contains("json") || content.getKey().equals("*/*"))
                .filter(content -> !"binary"
                        .equals(content.getValue().path("schema").path("format").asString("")))
                .forEach(content -> expect(hasExample(content.getValue()), name, "no example"));
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private static boolean hasExample(JsonNode content) {
        return content.hasNonNull("example") || !content.path("examples").isEmpty();
    }

    private void expect(boolean met, String name, String fault) {
        if (!met) {
            faults.add(name + ": " + fault);
        }
    }
}
