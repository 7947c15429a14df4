package org.linli.platform.outbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;

/**
 * Keeps two empty partitions ahead of the outbox's ids and drops those whose events were all sent long ago: dropping
 * a table costs nothing, deleting its rows would. Old idempotency keys go the same day.
 */
final class OutboxHousekeeping {

    private static final Logger log = LoggerFactory.getLogger(OutboxHousekeeping.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int AHEAD = 2;
    /** Whoever waits longer for the table holds up every command behind it; the next minute will do as well. */
    private static final String BRIEFLY = "SET LOCAL lock_timeout = '1s'; ";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final OutboxProperties properties;

    OutboxHousekeeping(DatabaseClient database, TransactionalOperator transaction, OutboxProperties properties) {
        this.database = database;
        this.transaction = transaction;
        this.properties = properties;
    }

    @Scheduled(initialDelay = 1_000, fixedDelay = 60_000)
    void keep() {
        try {
            makeAhead().then(dropOld()).then(dropKeys()).block(LIMIT);
        } catch (RuntimeException failure) {
            log.warn("Outbox housekeeping is tried again in a minute: {}", failure.toString());
        }
    }

    /** Makes what is missing of the partitions up to {@value #AHEAD} after the one now written to. */
    Mono<Void> makeAhead() {
        return database.sql("SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('outbox', 'id')), 0)")
                .mapValue(Long.class)
                .one()
                .flatMapMany(last -> Flux.range((int) (last / properties.partition()), AHEAD + 1))
                .concatMap(this::make)
                .then();
    }

    private Mono<Void> make(int number) {
        long from = number * properties.partition();
        String name = "outbox_p" + number;
        String make = """
                CREATE TABLE %1$s (LIKE outbox INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
                ALTER TABLE outbox ATTACH PARTITION %1$s FOR VALUES FROM (%2$d) TO (%3$d)
                """.formatted(name, from, from + properties.partition());
        return exists(name)
                .filter(there -> !there)
                .flatMap(missing -> database.sql(BRIEFLY + make).then());
    }

    private Mono<Boolean> exists(String name) {
        return database.sql("SELECT to_regclass(:name) IS NOT NULL")
                .bind("name", name)
                .mapValue(Boolean.class)
                .one();
    }

    /** Drops the partitions that lie wholly before the one now written to and hold neither unsent nor young events. */
    Mono<Void> dropOld() {
        return partitionsBeforeTheLast()
                .concatMap(name -> isDone(name)
                        .filter(done -> done)
                        .flatMap(done ->
                                database.sql(BRIEFLY + "DROP TABLE " + name).then()))
                .then();
    }

    private Flux<String> partitionsBeforeTheLast() {
        return database.sql("""
                        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                        WHERE i.inhparent = 'outbox'::regclass
                          AND substring(c.relname FROM 'outbox_p([0-9]+)')::bigint
                              < (SELECT coalesce(max(id), 0) / :size FROM outbox)
                        """)
                .bind("size", properties.partition())
                .mapValue(String.class)
                .all()
                .collectList()
                .flatMapIterable(List::copyOf);
    }

    private Mono<Boolean> isDone(String partition) {
        return database.sql(
                        "SELECT NOT EXISTS (SELECT 1 FROM %s WHERE NOT sent OR occurred_at > now() - :keep::interval)"
                                .formatted(partition))
                .bind("keep", properties.keep().toSeconds() + " seconds")
                .mapValue(Boolean.class)
                .one();
    }

    private Mono<Void> dropKeys() {
        return database.sql("DELETE FROM idempotency WHERE created_at < now() - interval '30 days'")
                .then()
                .as(transaction::transactional);
    }
}
