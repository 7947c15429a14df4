package org.linli.gateway.backend;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.time.Duration;

/**
 * Turns the failures of a part into problems that name it, up to the first byte of its answer.
 *
 * @param pause when to come again
 */
record PartProblems(Backend part, Duration pause) implements GatewayFilter, Ordered {

    /** Outside the filter that writes the answer (-1): a part may break off what it has begun. */
    private static final int ORDER = -10;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).onErrorMap(error -> exchange.getResponse().isCommitted() ? error : named(error));
    }

    private Throwable named(Throwable error) {
        if (error instanceof CallNotPermittedException) {
            return BackendFailure.down(part, pause).exception();
        }
        BackendFailure failure = BackendFailure.of(error);
        return failure == null ? error : failure.problem(part, pause).exception();
    }
}
