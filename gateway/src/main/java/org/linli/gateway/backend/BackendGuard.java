package org.linli.gateway.backend;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands before each call of a part: does not ask a part whose breaker is open, turns its failures into problems that
 * name it, and repeats a GET or HEAD once when the connection failed. No other method is ever sent twice.
 */
class BackendGuard implements GatewayFilter, Ordered {

    /** Outside the filters that send the request (last) and write its answer (-1). */
    private static final int ORDER = -10;

    /** Header of a service's 503 that concerns one kind of work alone. */
    private static final String BUSY = "Linli-Busy";

    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final boolean streamed;
    private final Backend part;
    private final CircuitBreaker breaker;
    private final Breakers breakers;
    private final BackendMetrics meters;

    /** @param streamed whether bodies are passed on as they come: such a call decides nothing about an unwell part */
    BackendGuard(Backend part, Breakers breakers, boolean streamed) {
        this.streamed = streamed;
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
        if (!isAdmitted()) {
            return Mono.error(BackendFailure.down(part, breakers.pause()).exception());
        }
        Call call = new Call(exchange.getResponse(), breaker.getCurrentTimestamp());
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(call::answered));
        return repeatingOnce(exchange, chain)
                .doOnSuccess(nothing -> call.answered())
                .onErrorMap(call::failed)
                .doOnCancel(call::cancelled);
    }

    /** A trial call must come to an end soon: one whose body is still coming may not be one. */
    private boolean isAdmitted() {
        return (!streamed || breaker.getState() == CircuitBreaker.State.CLOSED) && breaker.tryAcquirePermission();
    }

    private Mono<Void> repeatingOnce(ServerWebExchange exchange, GatewayFilterChain chain) {
        Mono<Void> call = chain.filter(exchange);
        if (!REPEATABLE.contains(exchange.getRequest().getMethod())) {
            return call;
        }
        return call.onErrorResume(error -> repeatable(error, exchange), error -> chain.filter(exchange));
    }

    private static boolean repeatable(Throwable error, ServerWebExchange exchange) {
        BackendFailure failure = BackendFailure.of(error);
        return (failure == BackendFailure.UNREACHABLE || failure == BackendFailure.BROKEN_OFF)
                && !exchange.getResponse().isCommitted();
    }

    /**
     * One call, judged once: when the head of its answer is there. How fast the reader takes the rest says nothing about
     * the part.
     */
    private final class Call {

        private final ServerHttpResponse response;
        private final long start;
        private final AtomicBoolean judged = new AtomicBoolean();

        private Call(ServerHttpResponse response, long start) {
            this.response = response;
            this.start = start;
        }

        private void answered() {
            if (!judged.compareAndSet(false, true)) {
                return;
            }
            long took = took();
            meters.answered(response.getStatusCode(), took);
            if (saysItIsUnwell()) {
                breaker.onError(took, breaker.getTimestampUnit(), new ServerErrorException());
            } else {
                breaker.onSuccess(took, breaker.getTimestampUnit());
            }
        }

        /** A 500 is one endpoint's fault; these say that the part as a whole cannot serve, unless one kind of work is full. */
        private boolean saysItIsUnwell() {
            HttpStatusCode status = response.getStatusCode();
            return status != null
                    && (status.value() == 502 || status.value() == 503 || status.value() == 504)
                    && !response.getHeaders().containsHeader(BUSY);
        }

        private Throwable failed(Throwable error) {
            BackendFailure failure = BackendFailure.of(error);
            boolean open = judged.compareAndSet(false, true);
            if (failure == null || !open) {
                if (open) {
                    breaker.releasePermission();
                }
                return error;
            }
            meters.failed(took());
            if (failure == BackendFailure.CROWDED) {
                breaker.releasePermission();
            } else {
                breaker.onError(took(), breaker.getTimestampUnit(), error);
            }
            return failure.problem(part, breakers.pause()).exception();
        }

        private void cancelled() {
            if (judged.compareAndSet(false, true)) {
                breaker.releasePermission();
            }
        }

        private long took() {
            return breaker.getCurrentTimestamp() - start;
        }
    }

    private static final class ServerErrorException extends RuntimeException {
        ServerErrorException() {
            super(null, null, false, false);
        }
    }
}
