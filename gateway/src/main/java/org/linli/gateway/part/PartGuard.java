package org.linli.gateway.part;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.util.Set;

/**
 * Stands before each call of a part: does not ask a part whose breaker is open, turns its failures into problems that
 * name it, and repeats a GET or HEAD once when the connection failed. No other method is ever sent twice.
 */
class PartGuard implements GatewayFilter, Ordered {

    /** Outside the filters that send the request (last) and write its answer (-1). */
    private static final int ORDER = -10;

    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Part part;
    private final CircuitBreaker breaker;
    private final Breakers breakers;
    private final PartMeters meters;

    PartGuard(Part part, Breakers breakers) {
        this.part = part;
        this.breaker = breakers.of(part);
        this.breakers = breakers;
        this.meters = breakers.meters(part);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!breaker.tryAcquirePermission()) {
            return Mono.error(PartFailure.down(part, breakers.pause()).exception());
        }
        long start = breaker.getCurrentTimestamp();
        return repeatingOnce(exchange, chain)
                .doOnSuccess(nothing -> answered(exchange, start))
                .onErrorMap(error -> failed(error, start))
                .doOnCancel(breaker::releasePermission);
    }

    private Mono<Void> repeatingOnce(ServerWebExchange exchange, GatewayFilterChain chain) {
        Mono<Void> call = chain.filter(exchange);
        if (!REPEATABLE.contains(exchange.getRequest().getMethod())) {
            return call;
        }
        return call.onErrorResume(error -> repeatable(error, exchange), error -> chain.filter(exchange));
    }

    private static boolean repeatable(Throwable error, ServerWebExchange exchange) {
        PartFailure failure = PartFailure.of(error);
        return (failure == PartFailure.UNREACHABLE || failure == PartFailure.BROKEN_OFF)
                && !exchange.getResponse().isCommitted();
    }

    private void answered(ServerWebExchange exchange, long start) {
        long took = breaker.getCurrentTimestamp() - start;
        meters.answered(exchange.getResponse().getStatusCode(), took);
        if (saysItIsUnwell(exchange.getResponse().getStatusCode())) {
            breaker.onError(took, breaker.getTimestampUnit(), new UnwellException());
        } else {
            breaker.onSuccess(took, breaker.getTimestampUnit());
        }
    }

    /** A 500 is one endpoint's fault; these say that the part as a whole cannot serve. */
    private static boolean saysItIsUnwell(@Nullable HttpStatusCode status) {
        return status != null && (status.value() == 502 || status.value() == 503 || status.value() == 504);
    }

    private Throwable failed(Throwable error, long start) {
        PartFailure failure = PartFailure.of(error);
        if (failure == null) {
            breaker.releasePermission();
            return error;
        }
        long took = breaker.getCurrentTimestamp() - start;
        meters.failed(took);
        if (failure == PartFailure.CROWDED) {
            breaker.releasePermission();
        } else {
            breaker.onError(took, breaker.getTimestampUnit(), error);
        }
        return failure.problem(part, breakers.pause()).exception();
    }

    private static final class UnwellException extends RuntimeException {
        UnwellException() {
            super(null, null, false, false);
        }
    }
}
