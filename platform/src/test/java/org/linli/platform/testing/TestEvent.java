package org.linli.platform.testing;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.linli.platform.testing.history.History;
import org.linli.platform.testing.history.Statement;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An event as another service would send it: a CloudEvent in binary mode, put together here a second time and without
 * the producer's code.
 *
 * @param id the same id again is a redelivery
 * @param sequence version of the subject, from 1 without gaps
 * @param data written as JSON; bytes are sent as they are
 */
public record TestEvent(UUID id, String topic, String type, String subject, String key, long sequence, Object data) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A new event, with an id of its own. */
    public static TestEvent of(String topic, String type, String subject, String key, long sequence, Object data) {
        return new TestEvent(UUID.randomUUID(), topic, type, subject, key, sequence, data);
    }

    /** {@code linli.company.revenue-statement.accepted.v1} of a statement. */
    public static TestEvent accepted(Statement statement) {
        return of(
                "linli.company.revenue-statement",
                "linli.company.revenue-statement.accepted.v1",
                statement.subject(),
                statement.unit(),
                statement.sequence(),
                statement.acceptedEvent());
    }

    /** All accepted statements of a history, in its order. */
    public static List<TestEvent> accepted(History history) {
        return history.statements().stream().map(TestEvent::accepted).toList();
    }

    /** What is sent. */
    public ProducerRecord<String, byte[]> record() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", "/linli/test");
        headers.put("ce_type", type);
        headers.put("ce_subject", subject);
        headers.put("ce_time", Instant.parse("2026-04-03T02:11:09Z").toString());
        headers.put("ce_sequence", String.valueOf(sequence));
        headers.put("ce_correlationid", "test-" + id);
        headers.put("content-type", "application/json");
        return record(headers);
    }

    /** What is sent, under other headers than usual. */
    public ProducerRecord<String, byte[]> record(Map<String, String> headers) {
        var record = new ProducerRecord<>(topic, key, bytes());
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private byte[] bytes() {
        return data instanceof byte[] raw ? raw : JSON.writeValueAsBytes(data);
    }
}
