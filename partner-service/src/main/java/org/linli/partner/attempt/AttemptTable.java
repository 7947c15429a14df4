package org.linli.partner.attempt;

import io.r2dbc.spi.Readable;
import org.linli.platform.database.Columns;
import org.linli.platform.security.SystemAccess;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.time.Instant;

/** The counts, each written in a short transaction of its own that waits a second at most for another one's. */
@Repository
@SystemAccess("counts guesses at codes, of whoever guesses")
class AttemptTable {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    AttemptTable(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Counts a look before it is made, from nothing where the last window began before {@code before}; where as many as may
     * be are counted already nothing is written.
     */
    Mono<Count> reserve(String what, String caller, int most, Instant now, Instant before) {
        return briefly(database.sql("""
                        INSERT INTO code_attempt AS a (what, caller, tried, wrong, since)
                        VALUES (:what, :caller, 1, 0, :now)
                        ON CONFLICT (what, caller) DO UPDATE
                        SET tried = CASE WHEN a.since <= :before THEN 1 ELSE a.tried + 1 END,
                            wrong = CASE WHEN a.since <= :before THEN 0 ELSE a.wrong END,
                            since = CASE WHEN a.since <= :before THEN :now ELSE a.since END
                        WHERE a.since <= :before OR a.tried < :most
                        RETURNING true AS reserved, wrong, since
                        """)
                .bind("what", what)
                .bind("caller", caller)
                .bind("most", most)
                .bind("now", now)
                .bind("before", before)
                .map(AttemptTable::count)
                .one()
                .switchIfEmpty(Mono.defer(() -> asItIs(what, caller))));
    }

    private Mono<Count> asItIs(String what, String caller) {
        return database.sql("""
                        SELECT false AS reserved, wrong, since FROM code_attempt
                         WHERE what = :what AND caller = :caller
                        """)
                .bind("what", what)
                .bind("caller", caller)
                .map(AttemptTable::count)
                .one();
    }

    /** The look of that window was a wrong one: it stays counted. */
    Mono<Count> wrong(String what, String caller, Instant since) {
        return briefly(database.sql("""
                        UPDATE code_attempt SET wrong = wrong + 1
                         WHERE what = :what AND caller = :caller AND since = :since
                        RETURNING true AS reserved, wrong, since
                        """)
                .bind("what", what)
                .bind("caller", caller)
                .bind("since", since)
                .map(AttemptTable::count)
                .one());
    }

    /** The look of that window found a code that is right, or none was looked at. */
    Mono<Void> giveBack(String what, String caller, Instant since) {
        return briefly(database.sql("""
                        UPDATE code_attempt SET tried = greatest(tried - 1, 0)
                         WHERE what = :what AND caller = :caller AND since = :since
                        """)
                .bind("what", what)
                .bind("caller", caller)
                .bind("since", since)
                .then());
    }

    /** Forgets windows that are over. */
    Mono<Long> forget(Instant before) {
        return database.sql("DELETE FROM code_attempt WHERE since <= :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated()
                .as(transaction::transactional);
    }

    /** Many of one caller would otherwise keep every connection waiting for one row. */
    private <T> Mono<T> briefly(Mono<T> work) {
        return database.sql("SELECT set_config('lock_timeout', '1s', true)")
                .then()
                .then(work)
                .as(transaction::transactional);
    }

    private static Count count(Readable row) {
        return new Count(Columns.flag(row, "reserved"), Columns.integer(row, "wrong"), Columns.time(row, "since"));
    }

    /** @param reserved whether the look may be made; @param wrong known to be so; @param since when the window began */
    record Count(boolean reserved, int wrong, Instant since) {}
}
