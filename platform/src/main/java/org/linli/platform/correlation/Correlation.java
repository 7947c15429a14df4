package org.linli.platform.correlation;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id that ties together a request, its log lines, its events and their effects.
 *
 * <p>Taken from the header {@value #HEADER} where it holds up to 100 harmless characters, else made anew.
 */
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";
    /** Key in the logging context and in the Reactor context. */
    public static final String KEY = "correlationId";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private Correlation() {}

    /** Has a line logged under an id. */
    public static void log(@Nullable String id, Runnable line) {
        if (id == null) {
            line.run();
            return;
        }
        try (var logged = MDC.putCloseable(KEY, id)) {
            line.run();
        }
    }

    /** Has a line logged within a reactive chain, under the id of the request or event that it works for. */
    public static Mono<Void> logged(Runnable line) {
        return Mono.deferContextual(context -> {
            log(context.getOrDefault(KEY, null), line);
            return Mono.empty();
        });
    }

    public static String takenOrMade(@Nullable String offered) {
        return offered != null && HARMLESS.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }

    /** The id of this request, made at the first question. */
    public static String of(ServerWebExchange exchange) {
        return (String) exchange.getAttributes()
                .computeIfAbsent(
                        KEY,
                        key -> takenOrMade(exchange.getRequest().getHeaders().getFirst(HEADER)));
    }
}
