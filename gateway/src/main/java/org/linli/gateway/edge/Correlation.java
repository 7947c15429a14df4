package org.linli.gateway.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The id that ties a request to its answer, its log lines and the events it causes; see the services' own check. */
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";

    private static final String KEY = "linli.correlationId";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private Correlation() {}

    /** The id of this request: as it was sent if harmless, else made here. */
    public static String of(ServerWebExchange exchange) {
        String id = exchange.getAttribute(KEY);
        if (id == null) {
            id = takenOrMade(exchange.getRequest().getHeaders().getFirst(HEADER));
            exchange.getAttributes().put(KEY, id);
        }
        return id;
    }

    private static String takenOrMade(@Nullable String offered) {
        return offered != null && HARMLESS.matcher(offered).matches() ? offered : made();
    }

    /** Only has to be different, not hard to guess, so no entropy is waited for. */
    private static String made() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
