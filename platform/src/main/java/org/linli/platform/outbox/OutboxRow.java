package org.linli.platform.outbox;

import io.r2dbc.spi.Readable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.linli.platform.event.CloudEvents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One waiting event, or somebody else's record, as the table holds it. */
record OutboxRow(
        long id,
        UUID eventId,
        String topic,
        String type,
        String subject,
        String key,
        long sequence,
        Instant occurredAt,
        @Nullable String correlationId,
        @Nullable String traceparent,
        String data) {

    static OutboxRow of(Readable row) {
        return new OutboxRow(
                get(row, 0, Long.class),
                get(row, 1, UUID.class),
                get(row, 2, String.class),
                get(row, 3, String.class),
                get(row, 4, String.class),
                get(row, 5, String.class),
                get(row, 6, Long.class),
                get(row, 7, Instant.class),
                row.get(8, String.class),
                row.get(9, String.class),
                get(row, 10, String.class));
    }

    private static <T> T get(Readable row, int column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    ProducerRecord<String, byte[]> toRecord(String source) {
        if (type.equals(RawRecord.TYPE)) {
            return RawRecord.read(topic, data);
        }
        Map<String, @Nullable String> attributes = new LinkedHashMap<>();
        attributes.put("ce_specversion", "1.0");
        attributes.put("ce_id", eventId.toString());
        attributes.put("ce_source", source);
        attributes.put("ce_type", type);
        attributes.put("ce_subject", subject);
        attributes.put("ce_time", occurredAt.toString());
        attributes.put("ce_sequence", String.valueOf(sequence));
        attributes.put("ce_correlationid", correlationId);
        attributes.put("traceparent", traceparent);
        attributes.put("content-type", "application/json");
        return CloudEvents.record(topic, key, attributes, data.getBytes(UTF_8));
    }
}
