package org.linli.partner.room.store;

import org.jspecify.annotations.Nullable;
import org.linli.partner.room.Booking;
import org.linli.partner.room.calendar.CalendarEntry;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Public calendars of rooms and partners. The token is the right to read. */
@Repository
public class Feeds {

    private final DatabaseClient database;

    Feeds(DatabaseClient database) {
        this.database = database;
    }

    /** Gives the room, or the partner, a calendar at this token; the one before is no more. */
    public Mono<Void> make(String token, @Nullable UUID room, @Nullable UUID partner, String by, Instant now) {
        var sql = database.sql("""
                WITH old AS (DELETE FROM calendar_feed WHERE room_id = :room OR partner_id = :partner)
                SELECT 1
                """);
        var insert = database.sql("""
                        INSERT INTO calendar_feed (token, room_id, partner_id, made_by, made_at)
                        VALUES (:token, :room, :partner, :by, :now)
                        """).bind("token", token).bind("by", by).bind("now", now);
        return bind(sql, room, partner).then().then(bind(insert, room, partner).then());
    }

    /** @param name of the calendar */
    public record Feed(@Nullable UUID room, @Nullable UUID partner, String name) {}

    public Mono<Feed> find(String token) {
        return database.sql("""
                        SELECT f.room_id, f.partner_id, coalesce(r.name, p.name, '') AS name
                          FROM calendar_feed f LEFT JOIN room r ON r.id = f.room_id
                               LEFT JOIN partner p ON p.id = f.partner_id
                         WHERE f.token = :token
                        """)
                .bind("token", token)
                .map(row -> new Feed(
                        row.get("room_id", UUID.class), row.get("partner_id", UUID.class), Columns.text(row, "name")))
                .one();
    }

    /** The feed's bookings that end after {@code since}. */
    public Mono<List<CalendarEntry>> entries(Feed feed, Instant since) {
        return bind(database.sql(BookingRow.SELECT + """
                         WHERE (b.room_id = :room OR b.partner_id = :partner) AND b.ends_at > :since
                         ORDER BY b.starts_at, b.id LIMIT 5000
                        """), feed.room(), feed.partner())
                .bind("since", since)
                .map(BookingRow::read)
                .all()
                .map(Feeds::entry)
                .collectList();
    }

    private static CalendarEntry entry(Booking row) {
        return new CalendarEntry(
                row.id(),
                row.time(),
                row.purpose(),
                row.place() + " " + row.roomName() + (row.whole() ? "" : " " + String.join("、", row.parts())),
                row.cancelledAt() != null,
                row.version() - 1,
                Objects.requireNonNullElse(row.cancelledAt(), row.bookedAt()));
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec sql, @Nullable UUID room, @Nullable UUID partner) {
        var half = room == null ? sql.bindNull("room", UUID.class) : sql.bind("room", room);
        return partner == null ? half.bindNull("partner", UUID.class) : half.bind("partner", partner);
    }
}
