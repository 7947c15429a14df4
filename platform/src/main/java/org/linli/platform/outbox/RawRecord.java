package org.linli.platform.outbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Somebody's record as data of an {@link OutgoingEvent}: sent as it was, byte for byte, instead of as an event of ours.
 *
 * @param value may be anything, also nothing
 */
public record RawRecord(@Nullable String key, byte @Nullable [] value, List<RawHeader> headers) {

    /** The type that an outgoing event has whose data are a record. */
    public static final String TYPE = "linli.platform.record";

    private static final JsonMapper JSON = JsonMapper.shared();

    public record RawHeader(String name, byte @Nullable [] value) {}

    public static RawRecord of(ConsumerRecord<String, byte[]> record) {
        return new RawRecord(
                record.key(),
                record.value(),
                StreamSupport.stream(record.headers().spliterator(), false)
                        .map(header -> new RawHeader(header.key(), header.value()))
                        .toList());
    }

    static ProducerRecord<String, byte[]> read(String topic, String json) {
        RawRecord raw = JSON.readValue(json, RawRecord.class);
        return new ProducerRecord<>(
                topic,
                null,
                raw.key(),
                raw.value(),
                raw.headers().stream().map(RawRecord::header).toList());
    }

    private static Header header(RawHeader header) {
        return new org.apache.kafka.common.header.internals.RecordHeader(header.name(), header.value());
    }
}
