package org.linli.gateway.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.util.Set;

/**
 * What is let in at all.
 *
 * @param maxBody largest request body, declared or streamed
 * @param trustedProxies addresses whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed; from all
 *     others these headers are dropped
 */
@ConfigurationProperties("linli.gateway.edge")
public record EdgeProperties(
        @DefaultValue("12MB") DataSize maxBody,
        @DefaultValue Set<String> trustedProxies) {

    public EdgeProperties {
        trustedProxies = Set.copyOf(trustedProxies);
        if (maxBody.toBytes() < 1) {
            throw new IllegalArgumentException("linli.gateway.edge.max-body must be positive");
        }
    }
}
