package org.linli.partner.attempt;

import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.time.Instant;

/** The counts, each written in a transaction of its own. */
@Repository
class AttemptTable {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    AttemptTable(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Counts a look, from nothing where the last window began before {@code before}. */
    Mono<Tried> begin(String what, String caller, Instant now, Instant before) {
        return database.sql("""
                        INSERT INTO code_attempt AS a (what, caller, tried, wrong, since)
                        VALUES (:what, :caller, 1, 0, :now)
                        ON CONFLICT (what, caller) DO UPDATE
                        SET tried = CASE WHEN a.since <= :before THEN 1 ELSE a.tried + 1 END,
                            wrong = CASE WHEN a.since <= :before THEN 0 ELSE a.wrong END,
                            since = CASE WHEN a.since <= :before THEN :now ELSE a.since END
                        RETURNING tried, wrong, since
                        """)
                .bind("what", what)
                .bind("caller", caller)
                .bind("now", now)
                .bind("before", before)
                .map(row -> new Tried(
                        Columns.integer(row, "tried"), Columns.integer(row, "wrong"), Columns.time(row, "since")))
                .one()
                .as(transaction::transactional);
    }

    Mono<Void> wrong(String what, String caller) {
        return change(
                "UPDATE code_attempt SET wrong = wrong + 1 WHERE what = :what AND caller = :caller", what, caller);
    }

    /** The look found a code that is right, or none was looked at. */
    Mono<Void> takeBack(String what, String caller) {
        return change(
                "UPDATE code_attempt SET tried = greatest(tried - 1, 0) WHERE what = :what AND caller = :caller",
                what,
                caller);
    }

    /** Forgets windows that are over. */
    Mono<Long> forget(Instant before) {
        return database.sql("DELETE FROM code_attempt WHERE since <= :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated()
                .as(transaction::transactional);
    }

    private Mono<Void> change(String sql, String what, String caller) {
        return database.sql(sql)
                .bind("what", what)
                .bind("caller", caller)
                .then()
                .as(transaction::transactional);
    }

    /** @param tried looks under way and wrong ones, this one included */
    record Tried(int tried, int wrong, Instant since) {}
}
