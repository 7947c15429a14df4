package org.linli.platform.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How the relay works.
 *
 * @param relay whether this process may relay at all
 * @param batch events read, sent and marked at once, up to 5000
 * @param idle longest wait before the table is looked at again when nothing woke the relay
 * @param lease how long a relay keeps its turn without renewing it
 * @param partition events a table partition, as in the migration
 * @param keep how long sent events stay in the table
 */
@Validated
@ConfigurationProperties("linli.outbox")
public record OutboxProperties(
        @DefaultValue("true") boolean relay,
        @Positive @Max(5000) @DefaultValue("1000") int batch,
        @DefaultValue("500ms") Duration idle,
        @DefaultValue("10s") Duration lease,
        @Positive @DefaultValue("1000000") long partition,
        @DefaultValue("7d") Duration keep) {}
