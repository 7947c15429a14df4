package org.linli.platform.event;

import org.jspecify.annotations.Nullable;
import org.linli.platform.money.MoneyJacksonModule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it came in, its data still unread: each consumer reads it into its own tolerant record.
 *
 * @param sequence version of the subject, from 1 without gaps
 * @param data JSON
 */
public record IncomingEvent(
        UUID id,
        String topic,
        String type,
        String subject,
        String key,
        long sequence,
        Instant time,
        @Nullable String correlationId,
        @Nullable String traceparent,
        byte[] data) {

    private static final JsonMapper TOLERANT = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new MoneyJacksonModule())
            .build();

    public IncomingEvent(
            UUID id,
            String topic,
            String type,
            String subject,
            String key,
            long sequence,
            Instant time,
            @Nullable String correlationId,
            byte[] data) {
        this(id, topic, type, subject, key, sequence, time, correlationId, null, data);
    }

    /** The same event as it came on that topic. */
    public IncomingEvent from(String other) {
        return new IncomingEvent(id, other, type, subject, key, sequence, time, correlationId, traceparent, data);
    }

    /** @throws PoisonEvent where the data cannot be read as that type; fields that it does not know are passed over */
    public <T> T as(Class<T> shape) {
        try {
            return TOLERANT.readValue(data, shape);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new PoisonEvent(type + " cannot be read: " + unreadable.getMessage());
        }
    }
}
