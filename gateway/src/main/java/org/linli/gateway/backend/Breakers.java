package org.linli.gateway.backend;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Set;

/** One circuit breaker a part, with metrics under its id. */
@Component
public class Breakers {

    private static final Logger log = LoggerFactory.getLogger(Breakers.class);

    /** Header of a service's 503 that concerns one kind of work alone. */
    private static final String BUSY = "Linli-Busy";

    private static final Set<Integer> UNWELL = Set.of(502, 503, 504);

    private final CircuitBreakerRegistry registry;
    private final Duration pause;
    private final MeterRegistry meters;

    Breakers(BreakerProperties properties, MeterRegistry meters) {
        this.pause = properties.pause();
        this.meters = meters;
        this.registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.calls())
                .minimumNumberOfCalls(properties.calls())
                .failureRateThreshold(properties.failedPercent())
                .waitDurationInOpenState(properties.pause())
                .permittedNumberOfCallsInHalfOpenState(properties.trials())
                .maxWaitDurationInHalfOpenState(properties.pause())
                .recordResult(answer -> answer instanceof ServerHttpResponse head && saysItIsUnwell(head))
                .ignoreException(error -> !isTheParts(BackendFailure.of(error)))
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
        registry.getEventPublisher()
                .onEntryAdded(added -> added.getAddedEntry().getEventPublisher().onStateTransition(Breakers::tell));
    }

    public CircuitBreaker of(Backend part) {
        return registry.circuitBreaker(part.id());
    }

    BackendMetrics meters(Backend part) {
        return new BackendMetrics(part, meters);
    }

    /** A 500 is one endpoint's fault; these say that the part as a whole cannot serve, unless one kind of work is full. */
    private static boolean saysItIsUnwell(ServerHttpResponse answer) {
        HttpStatusCode status = answer.getStatusCode();
        return status != null
                && UNWELL.contains(status.value())
                && !answer.getHeaders().containsHeader(BUSY);
    }

    /** What the sender did wrong, and what the gateway had no room for, counts neither way. */
    private static boolean isTheParts(@Nullable BackendFailure failure) {
        return failure != null && failure != BackendFailure.CROWDED;
    }

    private static void tell(CircuitBreakerOnStateTransitionEvent change) {
        log.warn(
                "Breaker of {}: {} to {}",
                change.getCircuitBreakerName(),
                change.getStateTransition().getFromState(),
                change.getStateTransition().getToState());
    }

    Duration pause() {
        return pause;
    }
}
