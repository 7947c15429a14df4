package org.linli.platform.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Events as Kafka records in the binary mode of CloudEvents 1.0: attributes in {@code ce_*} headers, JSON in the value.
 *
 * <p>Source: CloudEvents Kafka protocol binding; {@code sequence} and {@code correlationid} are extensions.
 */
public final class CloudEvents {

    private CloudEvents() {}

    /** @param attributes names with their {@code ce_} prefix, and other headers; null values are left out */
    public static ProducerRecord<String, byte[]> record(
            String topic, String key, Map<String, @Nullable String> attributes, byte[] data) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, data);
        attributes.forEach((name, value) -> {
            if (value != null) {
                record.headers().add(name, value.getBytes(UTF_8));
            }
        });
        return record;
    }

    /** @throws PoisonEvent where the record is no event of ours, naming the header at fault */
    public static IncomingEvent read(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        if (record.value() == null || record.key() == null) {
            throw new PoisonEvent("a record without key or data");
        }
        return new IncomingEvent(
                uuid(required(headers, "ce_id")),
                record.topic(),
                required(headers, "ce_type"),
                required(headers, "ce_subject"),
                record.key(),
                sequence(required(headers, "ce_sequence")),
                time(required(headers, "ce_time")),
                text(headers, "ce_correlationid"),
                text(headers, "traceparent"),
                record.value());
    }

    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static String required(Headers headers, String name) {
        String value = text(headers, name);
        if (value == null || value.isEmpty()) {
            throw new PoisonEvent("header " + name + " is missing");
        }
        return value;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new PoisonEvent("header ce_id is not a UUID");
        }
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOne) {
            throw new PoisonEvent("header ce_sequence is not a number");
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notOne) {
            throw new PoisonEvent("header ce_time is not a time");
        }
    }
}
