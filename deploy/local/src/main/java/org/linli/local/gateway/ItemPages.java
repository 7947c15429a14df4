package org.linli.local.gateway;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A list of the API, read page by page to its end. */
public final class ItemPages {
    private ItemPages() {}

    private record Page(JsonNode items, @Nullable String next) {}

    /**
     * @param path with a query, e.g. {@code /api/fund/obligations?within=4407&limit=1000}
     * @param type of one item
     */
    public static <T> void each(GatewayClient gateway, String client, String path, Class<T> type, Consumer<T> take) {
        String next = null;
        do {
            String cursor = next == null ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            Page page = gateway.get(client, path + cursor).required(Page.class);
            for (JsonNode item : page.items()) {
                take.accept(Answer.JSON.treeToValue(item, type));
            }
            next = page.next();
        } while (next != null);
    }
}
