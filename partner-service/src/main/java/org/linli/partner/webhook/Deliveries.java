package org.linli.partner.webhook;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.SystemAccess;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.id;

/** The tables of deliveries and attempts as partners see and move them. */
@Repository
class Deliveries {

    private static final String SELECT = """
            SELECT d.id, d.endpoint_id, d.event_id, d.type, d.state, d.tries, d.due_at, d.created_at
              FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
             WHERE e.partner_id = :partner
            """;

    private static final SortKey<Delivery> LATEST_FIRST = SortKey.descending(id("d.id", Delivery::id));

    private final DatabaseClient database;
    private final Clock clock;

    Deliveries(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A row for each active endpoint of the partners that asked for the type; an event seen before adds none. */
    @SystemAccess("an event goes to whom it concerns")
    Mono<Void> add(List<PartnerEvent> events) {
        return database.sql("""
                        INSERT INTO webhook_delivery (endpoint_id, event_id, type, body, due_at, created_at)
                        SELECT e.id, n.event_id, n.type, n.body, :now, :now
                          FROM unnest(:ids::uuid[], :partners::uuid[], :types::text[], :bodies::text[])
                               AS n (event_id, partner_id, type, body)
                          JOIN webhook_endpoint e ON e.partner_id = n.partner_id AND e.state = 'ACTIVE'
                           AND (cardinality(e.types) = 0 OR n.type = ANY(e.types))
                        ON CONFLICT DO NOTHING
                        """)
                .bind("now", clock.instant())
                .bind("ids", events.stream().map(PartnerEvent::id).toArray(UUID[]::new))
                .bind("partners", events.stream().map(PartnerEvent::partner).toArray(UUID[]::new))
                .bind("types", Columns.texts(events, PartnerEvent::type))
                .bind("bodies", Columns.texts(events, PartnerEvent::body))
                .then();
    }

    /** One for a single endpoint, whatever types it asked for. */
    @SystemAccess("an event goes to whom it concerns")
    Mono<UUID> addTo(UUID endpoint, PartnerEvent event) {
        return database.sql("""
                        INSERT INTO webhook_delivery (endpoint_id, event_id, type, body, due_at, created_at)
                        SELECT id, :event, :type, :body, :now, :now FROM webhook_endpoint
                         WHERE id = :endpoint AND partner_id = :partner
                        RETURNING id
                        """)
                .bind("event", event.id())
                .bind("type", event.type())
                .bind("body", event.body())
                .bind("now", clock.instant())
                .bind("endpoint", endpoint)
                .bind("partner", event.partner())
                .mapValue(UUID.class)
                .one();
    }

    Mono<Delivery> find(UUID id, Visibility own) {
        return database.sql(SELECT + " AND d.id = :id")
                .bind("partner", own.ownerOrNobody())
                .bind("id", id)
                .map(Deliveries::delivery)
                .one();
    }

    /** The latest first. */
    Mono<Page<Delivery>> page(Visibility own, UUID endpoint, Delivery.@Nullable State state, PageRequest page) {
        return ListQuery.of(SELECT + " AND d.endpoint_id = :endpoint")
                .bind("partner", own.ownerOrNobody())
                .bind("endpoint", endpoint)
                .filter("d.state = :state", state)
                .page(database, page, LATEST_FIRST, Deliveries::delivery);
    }

    /** In the order in which they were made. */
    Mono<List<Attempt>> attempts(UUID delivery, Visibility own) {
        return database.sql("""
                        SELECT a.at, a.status, a.outcome, a.millis
                          FROM webhook_attempt a
                          JOIN webhook_delivery d ON d.id = a.delivery_id
                          JOIN webhook_endpoint e ON e.id = d.endpoint_id
                         WHERE a.delivery_id = :delivery AND e.partner_id = :partner ORDER BY a.id LIMIT 200
                        """)
                .bind("delivery", delivery)
                .bind("partner", own.ownerOrNobody())
                .map(row -> new Attempt(
                        Columns.time(row, "at"),
                        row.get("status", Integer.class),
                        Columns.text(row, "outcome"),
                        Columns.number(row, "millis")))
                .all()
                .collectList();
    }

    /** Begins anew, however it ended. Whether there was one, of an active endpoint. */
    Mono<Boolean> again(UUID id, Visibility own) {
        return database.sql("""
                        UPDATE webhook_delivery d SET state = 'WAITING', tries = 0, due_at = :now
                          FROM webhook_endpoint e
                         WHERE e.id = d.endpoint_id AND e.partner_id = :partner AND e.state = 'ACTIVE' AND d.id = :id
                        """)
                .bind("now", clock.instant())
                .bind("partner", own.ownerOrNobody())
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Delivery delivery(Readable row) {
        return new Delivery(
                Columns.id(row, "id"),
                Columns.id(row, "endpoint_id"),
                Columns.id(row, "event_id"),
                Columns.text(row, "type"),
                Delivery.State.valueOf(Columns.text(row, "state")),
                Columns.integer(row, "tries"),
                Columns.time(row, "due_at"),
                Columns.time(row, "created_at"));
    }

    /** @param status of the answer; absent where none came */
    @Schema(name = "DeliveryAttempt")
    record Attempt(Instant at, @Nullable Integer status, String outcome, long millis) {}
}
