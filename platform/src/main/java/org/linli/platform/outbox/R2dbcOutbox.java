package org.linli.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import org.linli.platform.correlation.Correlation;
import org.linli.platform.correlation.TraceParent;
import org.linli.platform.event.OutgoingEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;

/** The outbox table, filled with one statement a transaction whatever the number of events. */
final class R2dbcOutbox implements Outbox {

    /** Characters, of which each may take three bytes of the eight million that a record may have. */
    private static final int LONGEST = 2_500_000;

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
                .flatMap(transaction -> Mono.deferContextual(context -> {
                    pending(transaction).add(pending(events, context));
                    return Mono.empty();
                }));
    }

    private PendingEvents pending(TransactionSynchronizationManager transaction) {
        return Optional.ofNullable(PendingEvents.in(transaction)).orElseGet(() -> {
            var first = new PendingEvents(database, this::committed);
            transaction.registerSynchronization(first);
            return first;
        });
    }

    private List<PendingEvents.Event> pending(List<OutgoingEvent> events, ContextView context) {
        String correlation = context.getOrDefault(Correlation.KEY, null);
        String trace = TraceParent.of(context);
        return events.stream()
                .map(event -> event.cause() == null
                        ? new PendingEvents.Event(event, data(event), correlation, trace)
                        : new PendingEvents.Event(
                                event,
                                data(event),
                                event.cause().correlationId(),
                                event.cause().traceparent()))
                .toList();
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

    private void committed(List<OutgoingEvent> events) {
        events.forEach(
                event -> metrics.counter("linli.events", "type", event.type()).increment());
        wakeRelay.run();
    }
}
