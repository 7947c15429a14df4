package org.linli.platform.event;

import org.jspecify.annotations.Nullable;

/**
 * An event on its way out, as its producer states it.
 *
 * @param topic Kafka topic
 * @param type logical name with version, {@code linli.<service>.<aggregate>.<past-tense>.v1}
 * @param subject the aggregate it happened to
 * @param key partition key: the unit code
 * @param sequence version of the aggregate, from 1 without gaps, taken under the aggregate's lock
 * @param data record of the producer's {@code wire} package, written as JSON
 * @param cause the event that led to this one; absent where a request did
 */
public record OutgoingEvent(
        String topic,
        String type,
        String subject,
        String key,
        long sequence,
        Object data,
        @Nullable IncomingEvent cause) {

    public OutgoingEvent(String topic, String type, String subject, String key, long sequence, Object data) {
        this(topic, type, subject, key, sequence, data, null);
    }

    /** The same event with the correlation id and trace of the event that led to it. */
    public OutgoingEvent causedBy(IncomingEvent event) {
        return new OutgoingEvent(topic, type, subject, key, sequence, data, event);
    }
}
