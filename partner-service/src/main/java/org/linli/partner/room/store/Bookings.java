package org.linli.partner.room.store;

import org.jspecify.annotations.Nullable;
import org.linli.partner.room.Booking;
import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.BookingFilter;
import org.linli.partner.room.BookingState;
import org.linli.partner.room.Refusal;
import org.linli.partner.room.TimeSpan;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.SystemAccess;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.id;

/** Writes bookings and what they hold, and reads them. */
@Repository
public class Bookings {

    private static final String VISIBLE = Visibility.condition("b", "partner_id");
    private static final SortKey<Booking> FIRST_MADE = SortKey.ascending(id("b.id", Booking::id));

    private final DatabaseClient database;

    Bookings(DatabaseClient database) {
        this.database = database;
    }

    /** One at a time books in a branch until the transaction ends: shares are of all its rooms. */
    @SystemAccess("what holds a room holds it for everybody")
    public Mono<Void> lock(UnitCode unit) {
        return database.sql("SELECT pg_advisory_xact_lock(hashtextextended('rooms of ' || :unit, 0))::text")
                .bind("unit", unit.value())
                .then();
    }

    /** What stands in the way of holding these parts. @param held gaps included */
    @SystemAccess("what holds a room holds it for everybody")
    public Mono<List<Refusal.Taken>> taken(List<UUID> parts, TimeSpan held) {
        return database.sql("""
                        SELECT p.name, b.starts_at, b.ends_at
                          FROM booking_slot s JOIN booking b ON b.id = s.booking_id JOIN room_part p ON p.id = s.part_id
                         WHERE s.active AND s.part_id = ANY(:parts) AND s.during && tstzrange(:from, :to)
                         ORDER BY b.starts_at, p.position
                         LIMIT 50
                        """)
                .bind("parts", parts.toArray(UUID[]::new))
                .bind("from", held.from())
                .bind("to", held.to())
                .map(row -> new Refusal.Taken(
                        Columns.text(row, "name"),
                        new TimeSpan(Columns.time(row, "starts_at"), Columns.time(row, "ends_at"))))
                .all()
                .collectList();
    }

    /** What is held of these parts, gaps included, in order. */
    @SystemAccess("what holds a room holds it for everybody")
    public Mono<List<TimeSpan>> busy(List<UUID> parts, Instant from, Instant to) {
        return database.sql("""
                        SELECT lower(s.during) AS starts_at, upper(s.during) AS ends_at FROM booking_slot s
                         WHERE s.active AND s.part_id = ANY(:parts) AND s.during && tstzrange(:from, :to)
                         ORDER BY 1
                        """)
                .bind("parts", parts.toArray(UUID[]::new))
                .bind("from", from)
                .bind("to", to)
                .map(row -> new TimeSpan(Columns.time(row, "starts_at"), Columns.time(row, "ends_at")))
                .all()
                .collectList();
    }

    /** Minutes of parts that a branch has booked for this kind of use, between two times and cut at them. */
    @SystemAccess("what holds a room holds it for everybody")
    public Mono<Long> used(UnitCode unit, BookingCommand ask, Instant from, Instant to) {
        return database.sql("""
                        SELECT coalesce(sum(extract(epoch FROM least(b.ends_at, :to) - greatest(b.starts_at, :from)) / 60),
                                        0)::bigint
                          FROM booking b JOIN booking_slot s ON s.booking_id = b.id
                         WHERE b.unit_code = :unit AND b.kind = :kind AND b.state = 'BOOKED'
                           AND b.starts_at < :to AND b.ends_at > :from
                        """)
                .bind("unit", unit.value())
                .bind("kind", ask.kind().name())
                .bind("from", from)
                .bind("to", to)
                .mapValue(Long.class)
                .one();
    }

    /** @param held gaps included */
    public Mono<UUID> add(UnitCode unit, BookingCommand ask, TimeSpan held, Instant now) {
        return bind(database.sql("""
                        WITH b AS (
                            INSERT INTO booking (room_id, unit_code, kind, partner_id, series_id, purpose,
                                                 starts_at, ends_at, booked_by, booked_at)
                            VALUES (:room, :unit, :kind, :partner, :series, :purpose, :from, :to, :by, :now)
                            RETURNING id),
                        s AS (
                            INSERT INTO booking_slot (booking_id, part_id, during)
                            SELECT b.id, part, tstzrange(:heldFrom, :heldTo) FROM b, unnest(:parts::uuid[]) AS part)
                        SELECT id FROM b
                        """), ask)
                .bind("unit", unit.value())
                .bind("now", now)
                .bind("heldFrom", held.from())
                .bind("heldTo", held.to())
                .mapValue(UUID.class)
                .one();
    }

    private static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec sql, BookingCommand ask) {
        sql = ask.partner() == null ? sql.bindNull("partner", UUID.class) : sql.bind("partner", ask.partner());
        sql = ask.series() == null ? sql.bindNull("series", UUID.class) : sql.bind("series", ask.series());
        return sql.bind("room", ask.room())
                .bind("kind", ask.kind().name())
                .bind("purpose", ask.purpose())
                .bind("from", ask.time().from())
                .bind("to", ask.time().to())
                .bind("by", ask.by())
                .bind("parts", ask.parts().toArray(UUID[]::new));
    }

    public Mono<Booking> find(UUID id, Visibility visibility) {
        return database.sql(BookingRow.SELECT + " WHERE b.id = :id AND " + VISIBLE)
                .bind("id", id)
                .bindValues(visibility.values())
                .map(BookingRow::read)
                .one();
    }

    /** Ends a booking and frees what it held. */
    public Mono<Void> end(
            UUID id, BookingState state, String by, Instant now, @Nullable String reason, Visibility visibility) {
        return database.sql("""
                        WITH ended AS (
                            UPDATE booking b SET state = :state, cancelled_by = :by, cancelled_at = :now, reason = :reason,
                                   version = version + 1
                             WHERE b.id = :id AND """ + " " + VISIBLE + " RETURNING id) " + """
                        UPDATE booking_slot s SET active = false FROM ended WHERE s.booking_id = ended.id
                        """)
                .bind("state", state.name())
                .bind("by", by)
                .bind("now", now)
                .bind("reason", reason == null ? "" : reason)
                .bind("id", id)
                .bindValues(visibility.values())
                .then();
    }

    /** In order of id, which is the order of booking. */
    public Mono<Page<Booking>> page(Visibility visibility, BookingFilter filter, PageRequest page) {
        return ListQuery.of(
                        BookingRow.SELECT + " WHERE " + VISIBLE + " AND b.starts_at >= :from AND b.starts_at < :to")
                .bind(visibility.values())
                .bind("from", filter.start())
                .bind("to", filter.end())
                .filter("b.unit_code LIKE :within || '%'", filter.within())
                .filter("b.room_id = :room", filter.room())
                .filter("b.state = :state", filter.state())
                .page(database, page, FIRST_MADE, BookingRow::read);
    }
}
