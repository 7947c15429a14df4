package org.linli.partner.room.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.BookingKind;
import org.linli.partner.room.TimeSpan;
import org.linli.partner.room.WaitlistEntry;
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

/** Who waits for a slot that is taken, in order. */
@Repository
public class Waitlist {

    private static final String SELECT = """
            SELECT w.*, (SELECT count(*) FROM booking_wish o
                          WHERE o.room_id = w.room_id AND o.state = 'WAITING' AND o.id <= w.id AND o.parts && w.parts
                            AND o.starts_at < w.ends_at AND w.starts_at < o.ends_at) AS place_in_line
              FROM booking_wish w
            """;

    private static final SortKey<WaitlistEntry> FIRST_MADE = SortKey.ascending(id("w.id", WaitlistEntry::id));

    private final DatabaseClient database;

    Waitlist(DatabaseClient database) {
        this.database = database;
    }

    public Mono<UUID> add(UnitCode unit, BookingCommand ask, Instant now) {
        var sql = database.sql("""
                INSERT INTO booking_wish (room_id, unit_code, parts, kind, partner_id, purpose, starts_at, ends_at,
                                          wished_by, wished_at)
                VALUES (:room, :unit, :parts, :kind, :partner, :purpose, :from, :to, :by, :now) RETURNING id
                """);
        UUID partner = ask.partner();
        return (partner == null ? sql.bindNull("partner", UUID.class) : sql.bind("partner", partner))
                .bind("room", ask.room())
                .bind("unit", unit.value())
                .bind("parts", ask.parts().toArray(UUID[]::new))
                .bind("kind", ask.kind().name())
                .bind("purpose", ask.purpose())
                .bind("from", ask.time().from())
                .bind("to", ask.time().to())
                .bind("by", ask.by())
                .bind("now", now)
                .mapValue(UUID.class)
                .one();
    }

    /** Those who wait for anything in this time, first come first. */
    @SystemAccess("the service moves the line up")
    public Mono<List<WaitlistEntry>> waiting(UUID room, TimeSpan freed, Instant now) {
        return database.sql(SELECT + """
                         WHERE w.room_id = :room AND w.state = 'WAITING' AND w.starts_at > :now
                           AND w.starts_at < :to AND w.ends_at > :from
                         ORDER BY w.id
                        """)
                .bind("room", room)
                .bind("now", now)
                .bind("from", freed.from())
                .bind("to", freed.to())
                .map(Waitlist::read)
                .all()
                .collectList();
    }

    @SystemAccess("the service moves the line up")
    public Mono<Void> promote(UUID id, UUID booking) {
        return database.sql("UPDATE booking_wish SET state = 'PROMOTED', booking_id = :booking WHERE id = :id")
                .bind("booking", booking)
                .bind("id", id)
                .then();
    }

    /** Whether it was still waiting. */
    public Mono<Boolean> withdraw(UUID id, Visibility visibility) {
        return database.sql("UPDATE booking_wish w SET state = 'WITHDRAWN' WHERE id = :id AND state = 'WAITING' AND "
                        + Visibility.condition("w", "partner_id"))
                .bind("id", id)
                .bindValues(visibility.values())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    public Mono<WaitlistEntry> find(UUID id, Visibility visibility) {
        return database.sql(SELECT + " WHERE w.id = :id AND " + Visibility.condition("w", "partner_id"))
                .bind("id", id)
                .bindValues(visibility.values())
                .map(Waitlist::read)
                .one();
    }

    public Mono<Page<WaitlistEntry>> page(Visibility visibility, String state, PageRequest page) {
        return ListQuery.of(SELECT + " WHERE " + Visibility.condition("w", "partner_id"))
                .bind(visibility.values())
                .filter("w.state = :state", state)
                .page(database, page, FIRST_MADE, Waitlist::read);
    }

    private static WaitlistEntry read(Readable row) {
        String state = Columns.text(row, "state");
        BookingCommand ask = new BookingCommand(
                Columns.id(row, "room_id"),
                Columns.ids(row, "parts"),
                new TimeSpan(Columns.time(row, "starts_at"), Columns.time(row, "ends_at")),
                BookingKind.valueOf(Columns.text(row, "kind")),
                row.get("partner_id", UUID.class),
                Columns.text(row, "purpose"),
                null,
                Columns.text(row, "wished_by"));
        return new WaitlistEntry(
                Columns.id(row, "id"),
                Columns.text(row, "unit_code"),
                ask,
                state,
                state.equals("WAITING") ? Columns.number(row, "place_in_line") : null,
                row.get("booking_id", UUID.class));
    }
}
