package org.linli.partner.webhook;

import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Columns;
import org.linli.platform.security.SystemAccess;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The sender's side of the tables. What is due is taken for the time of a lease, so that no connection is held while
 * something is sent, and what a fallen process took is taken again.
 */
@Repository
@SystemAccess("the sender acts for every partner")
class DueDeliveries {

    private static final int AT_ONCE = 20;
    private static final int OF_ONE_ENDPOINT = 4;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Endpoints endpoints;
    private final Clock clock;

    DueDeliveries(DatabaseClient database, TransactionalOperator transaction, Endpoints endpoints, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** Up to a handful of each endpoint, so that a silent one does not hold up the others. */
    Mono<List<Due>> take(Duration lease) {
        Instant now = clock.instant();
        return database.sql("""
                        WITH due AS (
                            SELECT w.id FROM webhook_endpoint e
                             CROSS JOIN LATERAL (
                                   SELECT d.id FROM webhook_delivery d
                                    WHERE d.endpoint_id = e.id AND d.state = 'WAITING' AND d.due_at <= :now
                                    ORDER BY d.due_at LIMIT :each FOR UPDATE SKIP LOCKED) w
                             WHERE e.state = 'ACTIVE' LIMIT :most)
                        UPDATE webhook_delivery d SET due_at = :until, tries = d.tries + 1
                          FROM due, webhook_endpoint e
                         WHERE d.id = due.id AND e.id = d.endpoint_id
                        RETURNING d.id, d.event_id, d.body, d.tries, e.id AS endpoint, e.url,
                                  e.secret, e.old_secret, e.old_until
                        """)
                .bind("now", now)
                .bind("until", now.plus(lease))
                .bind("each", OF_ONE_ENDPOINT)
                .bind("most", AT_ONCE)
                .map(row -> new Due(
                        Columns.id(row, "id"),
                        Columns.id(row, "event_id"),
                        Columns.text(row, "body"),
                        Columns.integer(row, "tries"),
                        Columns.id(row, "endpoint"),
                        Columns.text(row, "url"),
                        endpoints.secrets(Columns.id(row, "endpoint"), row)))
                .all()
                .collectList()
                .as(transaction::transactional);
    }

    /** Writes the attempt down, and what follows from it. @param next absent where no attempt follows */
    Mono<Void> settle(Due due, DeliveryAttempt attempted, Delivery.State state, @Nullable Instant next) {
        return addAttempt(due, attempted)
                .then(move(due, state, next))
                .then(attempted.isGone() ? disable(due) : Mono.empty())
                .as(transaction::transactional);
    }

    private Mono<Void> addAttempt(Due due, DeliveryAttempt attempted) {
        return database.sql("""
                        INSERT INTO webhook_attempt (delivery_id, at, status, outcome, millis)
                        VALUES (:delivery, :at, :status, :outcome, :millis)
                        """)
                .bind("delivery", due.id())
                .bind("at", attempted.at())
                .bind("status", Columns.orNull(attempted.status(), Integer.class))
                .bind("outcome", attempted.outcome())
                .bind("millis", attempted.millis())
                .then();
    }

    /** Only where it was not begun anew meanwhile. */
    private Mono<Void> move(Due due, Delivery.State state, @Nullable Instant next) {
        return database.sql("""
                        UPDATE webhook_delivery SET state = :state, due_at = :due
                         WHERE id = :id AND state = 'WAITING' AND tries = :tries
                        """)
                .bind("state", state.name())
                .bind("due", next == null ? clock.instant() : next)
                .bind("id", due.id())
                .bind("tries", due.tries())
                .then();
    }

    private Mono<Void> disable(Due due) {
        return database.sql("""
                        UPDATE webhook_endpoint SET state = 'DISABLED', version = version + 1
                         WHERE id = :id AND state = 'ACTIVE'
                        """).bind("id", due.endpoint()).then();
    }

    /** @param tries this attempt counted */
    record Due(UUID id, UUID webhookId, String body, int tries, UUID endpoint, String url, Endpoints.Secrets secrets) {}
}
