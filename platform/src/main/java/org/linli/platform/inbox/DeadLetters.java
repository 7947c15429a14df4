package org.linli.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.linli.platform.event.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where a record goes that a consumer cannot or must not take: {@code <topic>.dead}, unchanged, with the consumer and
 * the reason in its headers. Nothing is swallowed: the record counts as handled only when Kafka has it there.
 */
final class DeadLetters {

    static final String REASON = "linli-reason";
    static final String CONSUMER = "linli-consumer";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 2000;

    private final KafkaOperations<String, byte[]> kafka;
    private final MeterRegistry metrics;

    DeadLetters(KafkaOperations<String, byte[]> kafka, MeterRegistry metrics) {
        this.kafka = kafka;
        this.metrics = metrics;
    }

    void put(String consumer, ConsumerRecord<String, byte[]> record, String reason) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                record.topic() + Topics.DEAD, null, record.key(), record.value(), record.headers());
        String told = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        letter.headers().remove(REASON).remove(CONSUMER);
        letter.headers().add(REASON, told.getBytes(UTF_8)).add(CONSUMER, consumer.getBytes(UTF_8));
        log.error(
                "{} puts {}-{}@{} to the dead letters: {}",
                consumer,
                record.topic(),
                record.partition(),
                record.offset(),
                told);
        await(letter);
        metrics.counter("linli.inbox.dead", "consumer", consumer).increment();
    }

    private void await(ProducerRecord<String, byte[]> letter) {
        try {
            kafka.send(letter).get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the dead letter was not taken; the batch is tried again", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a dead letter was on its way", interrupted);
        }
    }
}
