package org.linli.gateway.backend;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.util.Set;

/**
 * Stands before each call of a part: does not ask a part whose breaker is open, and repeats a GET or HEAD once when the
 * connection failed. No other method is ever sent twice.
 *
 * <p>It stands within the filter that writes answers, so a call ends for it, and is judged, when the head of its answer is
 * there. How fast the reader takes the rest says nothing about the part.
 */
class BackendGuard implements GatewayFilter, Ordered {

    /** Between the filter that writes the answer (-1) and the one that sends the request (last). */
    private static final int ORDER = 0;

    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final boolean streamed;
    private final CircuitBreaker breaker;
    private final BackendMetrics meters;

    /** @param streamed whether bodies are passed on as they come: such a call decides nothing about an unwell part */
    BackendGuard(Backend part, Breakers breakers, boolean streamed) {
        this.streamed = streamed;
        this.breaker = breakers.of(part);
        this.meters = breakers.meters(part);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (streamed && breaker.getState() != CircuitBreaker.State.CLOSED) {
            // A trial call must come to an end soon: one whose body is still coming may not be one.
            return Mono.error(CallNotPermittedException.createCallNotPermittedException(breaker));
        }
        long start = System.nanoTime();
        return repeatingOnce(exchange, chain)
                .thenReturn(exchange.getResponse())
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .doOnNext(answer -> meters.answered(answer.getStatusCode(), System.nanoTime() - start))
                .doOnError(BackendFailure::isOne, error -> meters.failed(System.nanoTime() - start))
                .then();
    }

    private Mono<Void> repeatingOnce(ServerWebExchange exchange, GatewayFilterChain chain) {
        Mono<Void> call = chain.filter(exchange);
        if (!REPEATABLE.contains(exchange.getRequest().getMethod())) {
            return call;
        }
        return call.onErrorResume(BackendGuard::isBrokenConnection, error -> {
            ServerWebExchangeUtils.reset(exchange);
            return chain.filter(exchange);
        });
    }

    private static boolean isBrokenConnection(Throwable error) {
        BackendFailure failure = BackendFailure.of(error);
        return failure == BackendFailure.UNREACHABLE || failure == BackendFailure.BROKEN_OFF;
    }
}
