package org.linli.platform.bounds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * How a body must come on, and how an answer must be read.
 *
 * @param step in each such time a body that has not ended brings at least {@code progress}
 * @param progress bytes of a step
 * @param reading how long a reader may leave one piece of an answer untaken
 */
@ConfigurationProperties("linli.bounds")
public record BoundsProperties(
        @DefaultValue("10s") Duration step,
        @DefaultValue("8KB") DataSize progress,
        @DefaultValue("30s") Duration reading) {

    public BoundsProperties {
        if (!step.isPositive() || progress.toBytes() < 1 || !reading.isPositive()) {
            throw new IllegalArgumentException("linli.bounds.* must be positive");
        }
    }
}
