package org.linli.gateway.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * What the body of a request may cost here. The services hold each route to a bound of its own; these are the largest of
 * a kind.
 *
 * @param anonymous largest body without a token
 * @param ordinary largest body of any route but batches, imports and uploads, which {@link EdgeProperties#maxBody} bounds
 * @param inMemory largest body that waits in memory until it has come whole; larger ones wait in a file
 * @param files larger bodies that are under way at once
 * @param time until an ordinary body must have come
 * @param bulkTime until a batch or an import must have come
 * @param uploadTime until a piece of an upload must have come
 * @param step in each such time a body that has not ended brings at least {@code progress}
 * @param progress bytes of a step
 * @param reading how long a reader may leave one piece of an answer untaken
 */
@ConfigurationProperties("linli.gateway.body")
public record BodyProperties(
        @DefaultValue("128KB") DataSize anonymous,
        @DefaultValue("1MB") DataSize ordinary,
        @DefaultValue("64KB") DataSize inMemory,
        @DefaultValue("32") int files,
        @DefaultValue("10s") Duration time,
        @DefaultValue("60s") Duration bulkTime,
        @DefaultValue("900s") Duration uploadTime,
        @DefaultValue("10s") Duration step,
        @DefaultValue("8KB") DataSize progress,
        @DefaultValue("30s") Duration reading) {

    public BodyProperties {
        if (files < 1 || progress.toBytes() < 1 || !step.isPositive() || !reading.isPositive()) {
            throw new IllegalArgumentException("linli.gateway.body.* must be positive");
        }
    }
}
