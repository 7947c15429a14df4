package org.linli.platform.outbox;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.util.List;

/** The relay's statements on the outbox table. */
final class OutboxStore {

    private static final String READ = """
            SELECT id, event_id, topic, type, subject, key, sequence, occurred_at, correlation_id, traceparent, data
            FROM outbox
            WHERE NOT sent AND id <> ALL(:sending::bigint[])
            ORDER BY id
            LIMIT :limit
            """;
    private static final String MARK =
            "UPDATE outbox SET sent = true WHERE id = ANY(:ids::bigint[]) AND " + RelayLease.fence();

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    OutboxStore(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Waiting events in id order, without those on their way. Not "after the last id": a transaction may commit after
     * one with higher ids, and its events must still leave before their successors.
     */
    Mono<List<OutboxRow>> read(List<Long> sending, int limit) {
        return database.sql(READ)
                .bind("sending", sending.toArray(Long[]::new))
                .bind("limit", limit)
                .map(OutboxRow::of)
                .all()
                .collectList();
    }

    /** Marks these events as sent. @return how many, none under an old token */
    Mono<Long> mark(List<Long> ids, long token) {
        return database.sql(MARK)
                .bind("ids", ids.toArray(Long[]::new))
                .bind("token", token)
                .fetch()
                .rowsUpdated()
                .as(transaction::transactional);
    }

    /** Seconds that the oldest waiting event has waited; 0 when none waits. */
    Mono<Double> oldestWait() {
        return database.sql("""
                        SELECT coalesce(extract(epoch FROM clock_timestamp() - occurred_at), 0)::float8
                        FROM outbox WHERE NOT sent ORDER BY id LIMIT 1
                        """).mapValue(Double.class).one().defaultIfEmpty(0.0);
    }
}
