package org.linli.platform.outbox;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.time.Duration;

/**
 * The turn to relay, held by one process of a service at a time. Its token rises with every change of hands, so that
 * what an old holder still tries to mark changes nothing.
 */
final class RelayLease {

    private static final String NAME = "outbox";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final String holder;
    private final Duration length;

    RelayLease(DatabaseClient database, TransactionalOperator transaction, String holder, Duration length) {
        this.database = database;
        this.transaction = transaction;
        this.holder = holder;
        this.length = length;
    }

    /** Takes or renews the turn: its token, or nothing while somebody else holds it. */
    Mono<Long> take() {
        return database.sql("""
                        INSERT INTO relay_lease AS l (name, holder, token, held_until)
                        VALUES (:name, :holder, 1, clock_timestamp() + :length::interval)
                        ON CONFLICT (name) DO UPDATE
                        SET holder = excluded.holder,
                            token = l.token + CASE WHEN l.holder = excluded.holder THEN 0 ELSE 1 END,
                            held_until = excluded.held_until
                        WHERE l.holder = excluded.holder OR l.held_until < clock_timestamp()
                        RETURNING token
                        """)
                .bind("name", NAME)
                .bind("holder", holder)
                .bind("length", length.toMillis() + " milliseconds")
                .mapValue(Long.class)
                .one()
                .as(transaction::transactional);
    }

    /** Gives the turn back, so that another process need not wait for its end. */
    Mono<Void> giveBack() {
        return database.sql("UPDATE relay_lease SET held_until = '-infinity' WHERE name = :name AND holder = :holder")
                .bind("name", NAME)
                .bind("holder", holder)
                .then()
                .as(transaction::transactional);
    }

    /** What a statement adds to its condition to be worth nothing under an old token. */
    static String fence() {
        return "EXISTS (SELECT 1 FROM relay_lease WHERE name = '" + NAME + "' AND token = :token)";
    }
}
