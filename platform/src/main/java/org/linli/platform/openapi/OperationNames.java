package org.linli.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an operation is called, and so the methods of the clients that are generated: {@code listProposals}, {@code
 * getProposal}, {@code submitProposal}. Reads are named after their address, commands after their handler's verb; a
 * handler that says its own {@code operationId} keeps it.
 */
final class OperationNames {

    /** Before a handler's own name, for which a better one is made here. */
    static final String UNNAMED = "~";

    /** Last steps of an address that say what is done with the thing before them. */
    private static final Set<String> VERBS = Set.of("export", "import", "batch");

    void customise(OpenAPI document) {
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operation.setOperationId(name(method, path, operation))));
    }

    private static String name(PathItem.HttpMethod method, String path, Operation operation) {
        String handler = operation.getOperationId();
        if (!handler.startsWith(UNNAMED)) {
            return handler;
        }
        List<String> steps = steps(path);
        String last = steps.getLast();
        if (VERBS.contains(last)) {
            return last + nouns(steps.subList(0, steps.size() - 1));
        }
        if (method == PathItem.HttpMethod.GET) {
            return (isPlural(last) || answersList(operation) ? "list" : "get") + nouns(steps);
        }
        return command(handler.substring(UNNAMED.length()), steps);
    }

    /** submitProposal for /proposals/{id}/submission, draftProposal for /proposals. */
    private static String command(String verb, List<String> steps) {
        boolean ofOne = steps.size() > 2 && steps.get(steps.size() - 2).startsWith("{");
        List<String> thing = new ArrayList<>(ofOne ? steps.subList(0, steps.size() - 1) : steps);
        if (!thing.getLast().startsWith("{")) {
            thing.add("{}");
        }
        String nouns = nouns(thing);
        return nouns.endsWith(capitals(verb))
                ? verb + nouns.substring(0, nouns.length() - verb.length())
                : verb + nouns;
    }

    /** After /api/service. */
    private static List<String> steps(String path) {
        List<String> steps = Arrays.asList(path.split("/"));
        return steps.subList(Math.min(3, steps.size() - 1), steps.size());
    }

    private static String nouns(List<String> steps) {
        StringBuilder nouns = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).startsWith("{")) {
                boolean each = i + 1 < steps.size() && steps.get(i + 1).startsWith("{");
                nouns.append(capitals(each ? singular(steps.get(i)) : steps.get(i)));
            }
        }
        return nouns.toString();
    }

    private static String singular(String plural) {
        if (plural.endsWith("sses")) {
            return plural.substring(0, plural.length() - 2);
        }
        if (plural.endsWith("sses")) {
            return plural.substring(0, plural.length() - 2);
        }
        return !isPlural(plural) || plural.endsWith("series")
                ? plural
                : plural.replaceFirst("ies$", "y").replaceFirst("s$", "");
    }

    private static boolean isPlural(String word) {
        return word.endsWith("s") && !word.endsWith("ss");
    }

    private static String capitals(String step) {
        return Arrays.stream(step.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static boolean answersList(Operation operation) {
        var answer = operation.getResponses().get("200");
        return answer != null
                && answer.getContent() != null
                && answer.getContent().values().stream().anyMatch(type -> isList(type.getSchema()));
    }

    private static boolean isList(io.swagger.v3.oas.models.media.@Nullable Schema<?> schema) {
        return schema != null
                && (schema.getItems() != null
                        || schema.get$ref() != null && schema.get$ref().matches(".*(Page|List|History)$"));
    }
}
