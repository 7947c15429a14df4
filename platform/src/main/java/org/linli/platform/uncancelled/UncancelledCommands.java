package org.linli.platform.uncancelled;

import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import java.util.Set;

/**
 * A command whose body has arrived runs to its end, also where it takes several transactions. Reading may be broken
 * off: a caller who has left needs no rows.
 */
final class UncancelledCommands implements WebFilter, Ordered {

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<Void> answered = chain.filter(exchange);
        return READING.contains(exchange.getRequest().getMethod()) ? answered : Uncancelled.run(answered);
    }

    /** Behind all others. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
