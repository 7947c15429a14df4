package org.linli.platform.outbox;

import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Columns;
import org.linli.platform.event.OutgoingEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Events that a transaction has appended and not yet written. They go to the table with the last statement that the
 * transaction makes, a command's answer, or else in one of their own before it commits: either way in one trip.
 */
public final class PendingEvents implements TransactionSynchronization {

    private static final String INSERT = """
            INSERT INTO outbox (event_id, topic, type, subject, key, sequence, correlation_id, traceparent, data)
            SELECT event_id, topic, type, subject, key, sequence, correlation_id, traceparent, data
            FROM unnest(:eventIds::uuid[], :topics::text[], :types::text[], :subjects::text[], :keys::text[],
                        :sequences::bigint[], :correlations::text[], :traces::text[], :data::text[])
                 WITH ORDINALITY
                 AS e (event_id, topic, type, subject, key, sequence, correlation_id, traceparent, data, position)
            ORDER BY position
            """;

    private final DatabaseClient database;
    private final Consumer<List<OutgoingEvent>> committed;
    private final List<OutgoingEvent> appended = new ArrayList<>();
    private final List<Event> waiting = new ArrayList<>();

    PendingEvents(DatabaseClient database, Consumer<List<OutgoingEvent>> committed) {
        this.database = database;
        this.committed = committed;
    }

    /** @param data as JSON; @param correlation and @param trace of the request or record that made the event */
    record Event(
            OutgoingEvent event,
            String data,
            @Nullable String correlation,
            @Nullable String trace) {}

    /** Runs a statement of the running transaction, and writes what waits with it. */
    public static Mono<Void> writtenWith(DatabaseClient database, String sql, Binding binding) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .mapNotNull(PendingEvents::in)
                .onErrorComplete(NoTransactionException.class)
                .map(PendingEvents::take)
                .defaultIfEmpty(List.of())
                .flatMap(events -> events.isEmpty()
                        ? binding.to(database.sql(sql)).then()
                        : bind(binding.to(database.sql("WITH told AS (" + INSERT + ") " + sql)), events)
                                .then());
    }

    /** Binds the parameters of a statement. */
    public interface Binding {
        GenericExecuteSpec to(GenericExecuteSpec statement);
    }

    static @Nullable PendingEvents in(TransactionSynchronizationManager transaction) {
        return transaction.getSynchronizations().stream()
                .filter(PendingEvents.class::isInstance)
                .map(PendingEvents.class::cast)
                .findFirst()
                .orElse(null);
    }

    synchronized void add(List<Event> events) {
        waiting.addAll(events);
        events.forEach(each -> appended.add(each.event()));
    }

    private synchronized List<Event> take() {
        List<Event> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    @Override
    public Mono<Void> beforeCommit(boolean readOnly) {
        return Mono.defer(() -> {
            List<Event> events = take();
            return events.isEmpty()
                    ? Mono.empty()
                    : bind(database.sql(INSERT), events).then();
        });
    }

    /** What was committed is counted, by type, and the relay is told. */
    @Override
    public Mono<Void> afterCommit() {
        return Mono.fromRunnable(() -> committed.accept(appended));
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, List<Event> events) {
        return statement
                .bind("eventIds", Columns.array(events, UUID[]::new, each -> UUID.randomUUID()))
                .bind("topics", Columns.texts(events, each -> each.event().topic()))
                .bind("types", Columns.texts(events, each -> each.event().type()))
                .bind("subjects", Columns.texts(events, each -> each.event().subject()))
                .bind("keys", Columns.texts(events, each -> each.event().key()))
                .bind("sequences", Columns.numbers(events, each -> each.event().sequence()))
                .bind("correlations", Columns.texts(events, Event::correlation))
                .bind("traces", Columns.texts(events, Event::trace))
                .bind("data", Columns.texts(events, Event::data));
    }
}
