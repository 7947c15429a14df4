package org.linli.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.linli.platform.correlation.Correlation;
import org.linli.platform.correlation.TraceParent;
import org.linli.platform.event.OutgoingEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The outbox table, filled with one statement an append whatever the number of events. */
final class R2dbcOutbox implements Outbox {

    /** Characters, of which each may take three bytes of the eight million that a record may have. */
    private static final int LONGEST = 2_500_000;

    private static final String INSERT = """
            INSERT INTO outbox (event_id, topic, type, subject, key, sequence, correlation_id, traceparent, data)
            SELECT event_id, topic, type, subject, key, sequence, correlation_id, traceparent, data
            FROM unnest(:ids::uuid[], :topics::text[], :types::text[], :subjects::text[], :keys::text[],
                        :sequences::bigint[], :correlations::text[], :traces::text[], :data::text[])
                 WITH ORDINALITY
                 AS e (event_id, topic, type, subject, key, sequence, correlation_id, traceparent, data, position)
            ORDER BY position
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Runnable wakeRelay;
    private final MeterRegistry metrics;

    R2dbcOutbox(DatabaseClient database, JsonMapper json, Runnable wakeRelay, MeterRegistry metrics) {
        this.database = database;
        this.json = json;
        this.wakeRelay = wakeRelay;
        this.metrics = metrics;
    }

    @Override
    public Mono<Void> append(List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return Mono.empty();
        }
        return TransactionSynchronizationManager.forCurrentTransaction()
                .filter(TransactionSynchronizationManager::isActualTransactionActive)
                .switchIfEmpty(Mono.error(() -> new NoTransactionException("no transaction")))
                .onErrorMap(
                        NoTransactionException.class,
                        none -> new IllegalStateException(
                                "events are appended inside the transaction that makes them", none))
                .doOnNext(transaction -> transaction.registerSynchronization(new AfterCommit(events)))
                .then(Mono.deferContextual(context ->
                        insert(events, context.getOrDefault(Correlation.KEY, null), TraceParent.of(context))));
    }

    private Mono<Void> insert(List<OutgoingEvent> events, @Nullable String correlation, @Nullable String trace) {
        return database.sql(INSERT)
                .bind("ids", column(events, UUID[]::new, event -> UUID.randomUUID()))
                .bind("topics", column(events, String[]::new, OutgoingEvent::topic))
                .bind("types", column(events, String[]::new, OutgoingEvent::type))
                .bind("subjects", column(events, String[]::new, OutgoingEvent::subject))
                .bind("keys", column(events, String[]::new, OutgoingEvent::key))
                .bind("sequences", column(events, Long[]::new, OutgoingEvent::sequence))
                .bind(
                        "correlations",
                        column(
                                events,
                                String[]::new,
                                event -> event.cause() == null
                                        ? correlation
                                        : event.cause().correlationId()))
                .bind(
                        "traces",
                        column(
                                events,
                                String[]::new,
                                event -> event.cause() == null
                                        ? trace
                                        : event.cause().traceparent()))
                .bind("data", column(events, String[]::new, this::data))
                .then();
    }

    /** A record that Kafka would refuse would hold up everything behind it, so it is refused here. */
    private String data(OutgoingEvent event) {
        String data = json.writeValueAsString(event.data());
        if (data.length() > LONGEST && !event.type().equals(RawRecord.TYPE)) {
            throw new IllegalArgumentException(
                    event.type() + " of " + event.subject() + " is longer than " + LONGEST + " characters");
        }
        return data;
    }

    private static <T> T[] column(
            List<OutgoingEvent> events, IntFunction<T[]> array, Function<OutgoingEvent, @Nullable T> value) {
        return events.stream().map(value).toArray(array);
    }

    /** What was committed is counted, by type, and the relay is told. */
    private final class AfterCommit implements TransactionSynchronization {

        private final List<OutgoingEvent> events;

        AfterCommit(List<OutgoingEvent> events) {
            this.events = events;
        }

        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(() -> {
                events.forEach(event ->
                        metrics.counter("linli.events", "type", event.type()).increment());
                wakeRelay.run();
            });
        }
    }
}
