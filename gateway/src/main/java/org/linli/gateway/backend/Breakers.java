package org.linli.gateway.backend;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** One circuit breaker a part, with metrics under its id. */
@Component
public class Breakers {

    private final CircuitBreakerRegistry registry;
    private static final Logger log = LoggerFactory.getLogger(Breakers.class);

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
