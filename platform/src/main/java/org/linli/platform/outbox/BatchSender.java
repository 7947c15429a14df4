package org.linli.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Hands a batch to the idempotent producer without waiting; the producer keeps the order of each partition. */
final class BatchSender {

    private final Supplier<Producer<String, byte[]>> producers;
    private final String source;
    private final Counter sent;

    BatchSender(Supplier<Producer<String, byte[]>> producers, String source, MeterRegistry metrics) {
        this.producers = producers;
        this.source = source;
        this.sent = Counter.builder("linli.outbox.sent")
                .description("Events handed to Kafka, those sent again included")
                .register(metrics);
    }

    /** Asks for the producer each time: one that a stop or a fatal error closed is replaced. */
    SentBatch send(List<OutboxRow> rows) {
        Producer<String, byte[]> producer = producers.get();
        List<Future<RecordMetadata>> acknowledgements =
                rows.stream().map(row -> producer.send(row.toRecord(source))).toList();
        sent.increment(rows.size());
        return new SentBatch(rows.stream().map(OutboxRow::id).toList(), acknowledgements);
    }
}
