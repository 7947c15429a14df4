package org.linli.platform.testing.fuzz;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Ids that the service gave away itself, by the address of their collection: {@code POST /rooms} answers the id of a
 * room, {@code GET /rooms} lists some. With them later requests reach things in whatever state they have come to.
 */
final class LearnedIds {

    private static final int KEPT = 12;
    private static final int OF_A_LIST = 4;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, List<String>> byCollection = new HashMap<>();
    private final SplittableRandom random;

    LearnedIds(SplittableRandom random) {
        this.random = random;
    }

    void from(FuzzRequest request, RawHttp.Answer answer) {
        String path = request.operation().substring(request.operation().indexOf(' ') + 1);
        if (answer.status() >= 300 || answer.body().length == 0 || path.endsWith("}")) {
            return;
        }
        try {
            JsonNode json = JSON.readTree(answer.body());
            learn(path, json.path("id"));
            json.path("items").valueStream().limit(OF_A_LIST).forEach(item -> learn(path, item.path("id")));
        } catch (JacksonException notJson) {
            // a file or a calendar
        }
    }

    private void learn(String collection, JsonNode id) {
        if (id.isString()) {
            List<String> known = byCollection.computeIfAbsent(collection, ignored -> new ArrayList<>());
            known.remove(id.asString());
            known.add(id.asString());
            if (known.size() > KEPT) {
                known.removeFirst();
            }
        }
    }

    /** For the placeholder after this address. */
    @Nullable
    String under(String collection) {
        return oneOf(byCollection.get(collection));
    }

    /** For a property such as {@code roomId}. */
    @Nullable
    String named(String property) {
        if (!property.endsWith("Id")) {
            return null;
        }
        String plural = property.substring(0, property.length() - 2) + "s";
        return byCollection.keySet().stream()
                .filter(collection -> collection.endsWith("/" + plural) || collection.endsWith("-" + plural))
                .sorted()
                .findFirst()
                .map(collection -> oneOf(byCollection.get(collection)))
                .orElse(null);
    }

    /** Now and then none, so that what the test knows is tried too. */
    private @Nullable String oneOf(@Nullable List<String> ids) {
        return ids == null || random.nextInt(4) == 0 ? null : ids.get(random.nextInt(ids.size()));
    }
}
