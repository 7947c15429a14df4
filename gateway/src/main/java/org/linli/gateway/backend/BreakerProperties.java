package org.linli.gateway.backend;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * When the gateway stops asking a part that does not answer.
 *
 * @param calls how many of the last calls are looked at; none is judged by fewer
 * @param failedPercent share of failed calls (no connection, no answer in time, broken off) from which it stops
 * @param pause how long it does not ask; what comes meanwhile is answered with 503 and the rest of the pause
 * @param trials calls let through after the pause, which decide whether it asks again
 */
@ConfigurationProperties("linli.gateway.breaker")
public record BreakerProperties(
        @DefaultValue("20") int calls,
        @DefaultValue("50") int failedPercent,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("3") int trials) {

    public BreakerProperties {
        if (calls < 1 || trials < 1 || failedPercent < 1 || failedPercent > 100 || !pause.isPositive()) {
            throw new IllegalArgumentException(
                    "linli.gateway.breaker: calls and trials from 1, failed-percent 1 to 100, a positive pause");
        }
    }
}
