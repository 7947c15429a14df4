package org.linli.gateway.backend;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How long the gateway waits for a part.
 *
 * @param connect for a connection to be made
 * @param answer for the head of an answer to an ordinary request
 * @param bulk for the head of an answer to a batch, an import, an export or a rebuild
 * @param pool for a free connection of the pool
 */
@ConfigurationProperties("linli.gateway.wait")
public record WaitProperties(
        @DefaultValue("1s") Duration connect,
        @DefaultValue("20s") Duration answer,
        @DefaultValue("180s") Duration bulk,
        @DefaultValue("5s") Duration pool) {

    public WaitProperties {
        if (!connect.isPositive() || !answer.isPositive() || !bulk.isPositive() || !pool.isPositive()) {
            throw new IllegalArgumentException("linli.gateway.wait.* must be positive durations");
        }
    }
}
