package org.linli.gateway.forward;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Event loops and the connections they keep to each part.
 *
 * @param loops event loops; 0 for one a core
 * @param connections to one part
 * @param waiting requests that may wait for a connection, for each part
 * @param idle how long a connection may rest; shorter than the services keep one (75 s), so that a request never meets
 *     one that is just being closed
 */
@ConfigurationProperties("linli.gateway.pool")
public record PoolProperties(
        @DefaultValue("0") int loops,
        @DefaultValue("200") int connections,
        @DefaultValue("1000") int waiting,
        @DefaultValue("30s") Duration idle) {

    public PoolProperties {
        if (loops < 0 || connections < 1 || waiting < 1 || !idle.isPositive()) {
            throw new IllegalArgumentException(
                    "linli.gateway.pool: loops from 0, connections and waiting from 1, a positive idle");
        }
    }

    int loopCount() {
        return loops == 0 ? Runtime.getRuntime().availableProcessors() : loops;
    }
}
