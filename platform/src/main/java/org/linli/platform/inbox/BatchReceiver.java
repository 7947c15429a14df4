package org.linli.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.r2dbc.spi.R2dbcException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.platform.correlation.Correlation;
import org.linli.platform.event.CloudEvents;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.PoisonEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/**
 * Takes a batch from Kafka to its effect in one transaction. Where that fails for a reason no retry will mend, the
 * records are taken one by one, and those at fault go to the dead letters; where it fails in passing, the exception
 * goes up and the whole batch comes again.
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
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        timer.record(() -> receive(records));
    }

    private void receive(List<ConsumerRecord<String, byte[]>> records) {
        Map<IncomingEvent, ConsumerRecord<String, byte[]>> readable = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                readable.put(CloudEvents.read(record), record);
            } catch (PoisonEvent unreadable) {
                deadLetters.put(consumer.name(), record, String.valueOf(unreadable.getMessage()));
            }
        }
        if (!readable.isEmpty()) {
            receive(readable);
        }
    }

    private void receive(Map<IncomingEvent, ConsumerRecord<String, byte[]>> records) {
        try {
            takeTogether(records);
        } catch (RuntimeException failure) {
            if (isPassing(failure)) {
                throw failure;
            }
            log.warn("{} takes {} events one by one after: {}", consumer.name(), records.size(), failure.toString());
            records.forEach(this::takeAlone);
        }
    }

    private void takeAlone(IncomingEvent event, ConsumerRecord<String, byte[]> record) {
        try {
            takeTogether(Map.of(event, record));
        } catch (RuntimeException failure) {
            if (isPassing(failure)) {
                throw failure;
            }
            deadLetters.put(consumer.name(), record, String.valueOf(failure.getMessage()));
        }
    }

    private void takeTogether(Map<IncomingEvent, ConsumerRecord<String, byte[]>> records) {
        List<IncomingEvent> events = new ArrayList<>(records.keySet());
        String correlation = events.getFirst().correlationId();
        try (var spans = traces.start(consumer.name(), events);
                var logged = correlation == null ? null : MDC.putCloseable(Correlation.KEY, correlation)) {
            Mono<List<Inbox.Refused>> taken = inbox.receive(events)
                    .as(transaction::transactional)
                    .contextWrite(spans::in)
                    .contextWrite(context -> context.putNonNull(Correlation.KEY, correlation));
            for (Inbox.Refused refused : Objects.requireNonNull(taken.block(LIMIT))) {
                deadLetters.put(
                        consumer.name(), Objects.requireNonNull(records.get(refused.event())), refused.reason());
            }
        }
    }

    static boolean isForEver(Throwable failure) {
        return !isPassing(failure);
    }

    /** Everything but what the data itself causes is taken to pass: a wrong guess here repeats, it never loses. */
    private static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PoisonEvent || cause instanceof DataIntegrityViolationException) {
                return false;
            }
            if (cause instanceof R2dbcException refused && isAboutData(refused)) {
                return false;
            }
            if (cause instanceof R2dbcException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TimeoutException
                    || cause instanceof java.io.IOException) {
                return true;
            }
        }
        return failure instanceof IllegalStateException;
    }

    /** SQLSTATE classes 22 (a value that no column takes, such as a number out of range) and 23 (a constraint). */
    private static boolean isAboutData(R2dbcException refused) {
        String state = refused.getSqlState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
