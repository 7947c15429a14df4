package org.linli.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.RecordMetadata;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Hands a batch to the producer without waiting; the producer keeps the order of each partition. At the first record
 * that it does not take, nothing more is handed over: what follows would overtake it.
 */
final class BatchSender {

    private final RelayProducer producer;
    private final String source;
    private final Counter sent;

    BatchSender(RelayProducer producer, String source, MeterRegistry metrics) {
        this.producer = producer;
        this.source = source;
        this.sent = Counter.builder("linli.outbox.sent")
                .description("Events handed to Kafka, those sent again included")
                .register(metrics);
    }

    SentBatch send(List<OutboxRow> rows) {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            if (producer.hasFailed()) {
                break;
            }
            acknowledgements.add(producer.send(row.toRecord(source)));
        }
        sent.increment(acknowledgements.size());
        return new SentBatch(rows.stream().map(OutboxRow::id).toList(), acknowledgements);
    }

    boolean hasFailed() {
        return producer.hasFailed();
    }

    /** After a failure, or at the end: drops what is still under way, so that it never leaves. */
    void startOver() {
        producer.replace();
    }
}
