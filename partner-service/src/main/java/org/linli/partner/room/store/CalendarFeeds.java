package org.linli.partner.room.store;

import org.jspecify.annotations.Nullable;
import org.linli.partner.room.Booking;
import org.linli.partner.room.calendar.CalendarEntry;
import org.linli.platform.database.Columns;
import org.linli.platform.security.SystemAccess;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Public calendars of rooms and partners. The token is the right to read, and only its hash is kept. */
@Repository
public class CalendarFeeds {

    private final DatabaseClient database;

    CalendarFeeds(DatabaseClient database) {
        this.database = database;
    }

    /** Gives the room, or the partner, a calendar at this token; the one before is no more. */
    public Mono<Void> make(String token, @Nullable UUID room, @Nullable UUID partner, String by, Instant now) {
        var insert = database.sql("""
                        INSERT INTO calendar_feed (token_hash, room_id, partner_id, made_by, made_at)
                        VALUES (:token, :room, :partner, :by, :now)
                        """).bind("token", hash(token)).bind("by", by).bind("now", now);
        return end(room, partner, by, now).then(bind(insert, room, partner).then());
    }

    /** The room, or the partner, has no calendar any more; that there was one is kept. */
    public Mono<Void> end(@Nullable UUID room, @Nullable UUID partner, String by, Instant now) {
        var end = database.sql("""
                        UPDATE calendar_feed SET ended_at = :now, ended_by = :by
                         WHERE (room_id = :room OR partner_id = :partner) AND ended_at IS NULL
                        """).bind("by", by).bind("now", now);
        return bind(end, room, partner).then();
    }

    /** @param name of the calendar */
    public record Feed(@Nullable UUID room, @Nullable UUID partner, String name) {}

    @SystemAccess("the token is the right")
    public Mono<Feed> find(String token) {
        return database.sql("""
                        SELECT f.room_id, f.partner_id, coalesce(r.name, p.name, '') AS name
                          FROM calendar_feed f LEFT JOIN room r ON r.id = f.room_id
                               LEFT JOIN partner p ON p.id = f.partner_id
                         WHERE f.token_hash = :token AND f.ended_at IS NULL
                        """)
                .bind("token", hash(token))
                .map(row -> new Feed(
                        row.get("room_id", UUID.class), row.get("partner_id", UUID.class), Columns.text(row, "name")))
                .one();
    }

    /** The feed's bookings that end after {@code since}. */
    @SystemAccess("the feed was found by its token, which is the right")
    public Mono<List<CalendarEntry>> entries(Feed feed, Instant since) {
        return bind(database.sql(BookingRow.SELECT + """
                         WHERE (b.room_id = :room OR b.partner_id = :partner) AND b.ends_at > :since
                         ORDER BY b.starts_at, b.id LIMIT 5000
                        """), feed.room(), feed.partner())
                .bind("since", since)
                .map(BookingRow::read)
                .all()
                .map(CalendarFeeds::entry)
                .collectList();
    }

    /** A token is 256 random bits: nobody finds it from its hash. */
    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static CalendarEntry entry(Booking row) {
        return new CalendarEntry(
                row.id(),
                row.time(),
                row.purpose(),
                CalendarEntry.location(row.place(), row.roomName(), row.whole() ? List.of() : row.parts()),
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
