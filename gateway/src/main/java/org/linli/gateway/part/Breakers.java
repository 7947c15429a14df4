package org.linli.gateway.part;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** One circuit breaker a part, with metrics under its id. */
@Component
public class Breakers {

    private final CircuitBreakerRegistry registry;
    private final Duration pause;

    Breakers(BreakerProperties properties, MeterRegistry meters) {
        this.pause = properties.pause();
        this.registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.calls())
                .minimumNumberOfCalls(properties.calls())
                .failureRateThreshold(properties.failedPercent())
                .waitDurationInOpenState(properties.pause())
                .permittedNumberOfCallsInHalfOpenState(properties.trials())
                .maxWaitDurationInHalfOpenState(properties.pause())
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    }

    public CircuitBreaker of(Part part) {
        return registry.circuitBreaker(part.id());
    }

    Duration pause() {
        return pause;
    }
}
