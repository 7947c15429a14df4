package org.linli.local.flood;

import org.linli.local.gateway.Answer;
import org.linli.local.gateway.CallFailure;
import org.linli.local.gateway.GatewayClient;
import org.linli.testing.Operation;
import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ids of things that exist, by the address of their collection, as the lists of the API give them. */
final class KnownIds {
    private static final List<String> NAMES = List.of("id", "code", "entryNo");

    private final Map<String, String> byCollection = new HashMap<>();

    private KnownIds() {}

    static KnownIds none() {
        return new KnownIds();
    }

    /** Asks every list there is, as everybody who may. */
    static KnownIds of(GatewayClient gateway, List<Operation> operations) {
        KnownIds ids = new KnownIds();
        operations.stream()
                .filter(operation ->
                        operation.method().equals("GET") && !operation.path().contains("{"))
                .forEach(list -> Callers.of(list).forEach(caller -> ids.learn(gateway, list, caller)));
        return ids;
    }

    private void learn(GatewayClient gateway, Operation list, String caller) {
        if (byCollection.containsKey(list.path())) {
            return;
        }
        String query =
                list.in("query").stream().anyMatch(parameter -> parameter.name().equals("within"))
                        ? "?within=" + HeaviestRequest.STREET
                        : "";
        try {
            Answer answer = gateway.get(caller, list.path() + query);
            JsonNode item =
                    answer.succeeded() ? answer.as(JsonNode.class).path("items").path(0) : null;
            if (item != null) {
                NAMES.stream()
                        .map(item::path)
                        .filter(JsonNode::isValueNode)
                        .findFirst()
                        .ifPresent(id -> byCollection.put(list.path(), id.asString()));
            }
        } catch (CallFailure unanswered) {
            // its own row of the proof will say why
        }
    }

    /** For the placeholder after this address. */
    Optional<String> under(String collection) {
        return Optional.ofNullable(byCollection.get(collection));
    }

    /** For a property such as {@code roomId}. */
    Optional<String> named(String property) {
        if (!property.endsWith("Id")) {
            return Optional.empty();
        }
        String plural = "/" + property.substring(0, property.length() - 2) + "s";
        return byCollection.keySet().stream()
                .filter(collection ->
                        collection.endsWith(plural) || collection.endsWith("/open-" + plural.substring(1)))
                .sorted()
                .findFirst()
                .map(byCollection::get);
    }
}
