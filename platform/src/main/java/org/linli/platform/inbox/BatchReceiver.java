package org.linli.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.r2dbc.spi.R2dbcException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.linli.platform.correlation.Correlation;
import org.linli.platform.event.CloudEvents;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.PoisonEvent;
import org.linli.platform.failure.TransientFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes a batch from Kafka to its effect in one transaction. It tries nothing twice itself: where that fails in
 * passing ({@link #isPassing}), the exception goes up and {@link EventListeners} brings the whole batch again; where it
 * fails otherwise, the records are taken one by one, and those at fault go to the dead letters. What cannot be read is a
 * dead letter of the same transaction.
 */
final class BatchReceiver implements BatchMessageListener<String, byte[]> {

    private static final Logger log = LoggerFactory.getLogger(BatchReceiver.class);
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final EventConsumer consumer;
    private final Inbox inbox;
    private final TransactionalOperator transaction;
    private final DeadLetters deadLetters;
    private final EventTraces traces;
    private final Timer timer;

    BatchReceiver(
            EventConsumer consumer,
            Inbox inbox,
            TransactionalOperator transaction,
            DeadLetters deadLetters,
            EventTraces traces,
            MeterRegistry metrics) {
        this.consumer = consumer;
        this.inbox = inbox;
        this.transaction = transaction;
        this.deadLetters = deadLetters;
        this.traces = traces;
        this.timer = Timer.builder("linli.inbox.batch")
                .description("One batch from Kafka to its commit")
                .tag("consumer", consumer.name())
                .register(metrics);
        deadLetters.count(consumer.name());
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        timer.record(() -> receive(records));
    }

    /** A record with its event, or with what is wrong where it cannot be read as one. */
    private record Read(
            ConsumerRecord<String, byte[]> record,
            @Nullable IncomingEvent event,
            @Nullable String fault) {

        static Read of(ConsumerRecord<String, byte[]> record) {
            try {
                return new Read(record, CloudEvents.read(record), null);
            } catch (PoisonEvent unreadable) {
                return new Read(record, null, String.valueOf(unreadable.getMessage()));
            }
        }
    }

    private void receive(List<ConsumerRecord<String, byte[]>> records) {
        List<Read> read = records.stream().map(Read::of).toList();
        try {
            takeTogether(read);
        } catch (RuntimeException failure) {
            if (isPassing(failure)) {
                throw failure;
            }
            log.warn("{} takes {} events one by one after: {}", consumer.name(), records.size(), failure.toString());
            read.forEach(this::takeAlone);
        }
    }

    private void takeAlone(Read read) {
        try {
            takeTogether(List.of(read));
        } catch (RuntimeException failure) {
            if (isPassing(failure)) {
                throw failure;
            }
            commit(deadLetters
                    .append(
                            consumer.name(),
                            List.of(new DeadLetters.Letter(
                                    read.record(),
                                    Objects.requireNonNullElse(failure.getMessage(), failure.toString()))))
                    .thenReturn(true));
        }
    }

    private void takeTogether(List<Read> read) {
        List<IncomingEvent> events =
                read.stream().map(Read::event).filter(Objects::nonNull).toList();
        String correlation = events.isEmpty() ? null : events.getFirst().correlationId();
        try (var spans = traces.start(consumer.name(), events);
                var logged = correlation == null ? null : MDC.putCloseable(Correlation.KEY, correlation)) {
            commit(inbox.receive(events)
                    .flatMap(refused -> deadLetters.append(consumer.name(), letters(read, refused)))
                    .thenReturn(true)
                    .contextWrite(spans::in)
                    .contextWrite(context -> context.putNonNull(Correlation.KEY, correlation)));
        }
    }

    /** What cannot be read and what must not take effect now, each with its reason, in the order of the topic. */
    private static List<DeadLetters.Letter> letters(List<Read> read, List<Inbox.Refused> refused) {
        Map<IncomingEvent, String> reasons = new IdentityHashMap<>();
        refused.forEach(one -> reasons.put(one.event(), one.reason()));
        List<DeadLetters.Letter> letters = new ArrayList<>();
        for (Read one : read) {
            String reason = one.event() == null ? one.fault() : reasons.get(one.event());
            if (reason != null) {
                letters.add(new DeadLetters.Letter(one.record(), reason));
            }
        }
        return letters;
    }

    private void commit(Mono<Boolean> work) {
        work.as(transaction::transactional).block(LIMIT);
    }

    static boolean isForEver(Throwable failure) {
        return !isPassing(failure);
    }

    /**
     * What the database, the network or the time caused passes, and so does an {@link IllegalStateException} by itself; a
     * value or a constraint that the database refuses does not, nor does anything else: its record is a dead letter.
     */
    private static boolean isPassing(Throwable failure) {
        if (TransientFailures.isAboutData(failure)
                || TransientFailures.anyCause(failure, PoisonEvent.class::isInstance)) {
            return false;
        }
        return TransientFailures.isTransient(failure)
                || TransientFailures.anyCause(
                        failure, cause -> cause instanceof R2dbcException || cause instanceof IOException)
                || failure instanceof IllegalStateException;
    }
}
