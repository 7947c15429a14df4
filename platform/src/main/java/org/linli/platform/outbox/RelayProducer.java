package org.linli.platform.outbox;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The relay's own producer. Once a record has failed, whether it could not be handed over (no metadata, buffer full)
 * or was refused later, nothing more goes through it: it is closed, with all that still waits in it, and replaced.
 */
final class RelayProducer {

    private final Supplier<Producer<String, byte[]>> open;
    private final Runnable close;
    private volatile boolean failed;

    /** @param open gives the open producer, a new one after {@code close} */
    RelayProducer(Supplier<Producer<String, byte[]>> open, Runnable close) {
        this.open = open;
        this.close = close;
    }

    /** One with the service's settings, beside the service's own: closing it disturbs nobody else. */
    static RelayProducer beside(ProducerFactory<String, byte[]> service) {
        var own = new DefaultKafkaProducerFactory<String, byte[]>(service.getConfigurationProperties());
        own.setPhysicalCloseTimeout(0);
        service.getListeners().forEach(own::addListener);
        return new RelayProducer(own::createProducer, own::reset);
    }

    boolean hasFailed() {
        return failed;
    }

    Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        try {
            return open.get().send(record, (metadata, failure) -> {
                if (failure != null) {
                    failed = true;
                }
            });
        } catch (RuntimeException notTaken) {
            failed = true;
            return CompletableFuture.failedFuture(notTaken);
        }
    }

    /** What has not left yet never does: its rows are read and sent again, in order. */
    void replace() {
        close.run();
        failed = false;
    }
}
