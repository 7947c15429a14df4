package org.linli.partner.room.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.room.OpeningHours;
import org.linli.partner.room.Room;
import org.linli.partner.room.RoomName;
import org.linli.partner.search.Search;
import org.linli.partner.search.Searchable;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.SystemAccess;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.linli.platform.paging.SortColumn.id;

/** Rooms with their parts, and how each branch shares them out. */
@Repository
public class Rooms {

    private static final String ROOM = """
            SELECT r.*, u.name AS unit_name,
                   ARRAY(SELECT p.id FROM room_part p WHERE p.room_id = r.id ORDER BY p.position) AS part_ids,
                   ARRAY(SELECT p.name FROM room_part p WHERE p.room_id = r.id ORDER BY p.position) AS part_names
              FROM room r LEFT JOIN unit u ON u.code = r.unit_code
            """;

    private static final SortKey<Named> FIRST_SET_UP =
            SortKey.ascending(id("r.id", row -> row.room().id()));

    private final DatabaseClient database;

    Rooms(DatabaseClient database) {
        this.database = database;
    }

    /** @param unitName as far as it is known here */
    public record Named(Room room, String unitName) {}

    public Mono<Named> find(UUID id, Scope scope) {
        return database.sql(ROOM + " WHERE r.id = :id AND r.unit_code LIKE ANY(:scope)")
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(Rooms::named)
                .one();
    }

    /** All rooms of one branch. */
    @SystemAccess("rooms are offered to everybody")
    public Mono<List<Room>> ofBranch(UnitCode unit) {
        return database.sql(ROOM + " WHERE r.unit_code = :unit")
                .bind("unit", unit.value())
                .map(row -> named(row).room())
                .all()
                .collectList();
    }

    /** @param capacity at least */
    public Mono<Page<Named>> page(Scope scope, Search search, int capacity, PageRequest page) {
        ListQuery rooms = ListQuery.of(ROOM + " WHERE r.unit_code LIKE ANY(:scope) AND r.capacity >= :capacity")
                .bind("scope", scope)
                .bind("capacity", capacity);
        return search.narrow(rooms, "r").page(database, page, FIRST_SET_UP, Rooms::named);
    }

    /** Empty where the branch has a room of that name. */
    public Mono<UUID> add(UnitCode unit, Room.Terms terms, List<String> parts, String by) {
        return bind(database.sql("""
                        INSERT INTO room (unit_code, name, name_key, place, capacity, equipment, hours,
                                          closed_days, open_on_holidays, set_up, clean_up, days_ahead, free_until,
                                          created_by, search_text, search_initials, grams)
                        VALUES (:unit, :name, :key, :place, :capacity, :equipment, :hours, :closed::date[],
                                :holidays, :setUp, :cleanUp, :daysAhead, :freeUntil, :by,
                                :text, :initials, :grams)
                        ON CONFLICT DO NOTHING RETURNING id
                        """), terms)
                .bind("unit", unit.value())
                .bind("by", by)
                .mapValue(UUID.class)
                .one()
                .flatMap(id -> database.sql("""
                                INSERT INTO room_part (room_id, position, name)
                                SELECT :room, position, name FROM unnest(:names::text[]) WITH ORDINALITY AS p (name, position)
                                """)
                        .bind("room", id)
                        .bind("names", parts.toArray(String[]::new))
                        .then()
                        .thenReturn(id));
    }

    /** The room's version, locked until the transaction ends. */
    public Mono<Long> lock(UUID id, Scope scope) {
        return database.sql("SELECT version FROM room WHERE id = :id AND unit_code LIKE ANY(:scope) FOR NO KEY UPDATE")
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .mapValue(Long.class)
                .one();
    }

    /** Whether the name was free. */
    public Mono<Boolean> change(UUID id, Room.Terms terms, Scope scope) {
        return bind(database.sql("""
                        UPDATE room r SET name = :name, name_key = :key, place = :place, capacity = :capacity,
                               equipment = :equipment, hours = :hours, closed_days = :closed::date[],
                               open_on_holidays = :holidays,
                               set_up = :setUp, clean_up = :cleanUp, days_ahead = :daysAhead, free_until = :freeUntil,
                               search_text = :text, search_initials = :initials, grams = :grams,
                               version = version + 1
                         WHERE id = :id AND unit_code LIKE ANY(:scope)
                           AND NOT EXISTS (SELECT 1 FROM room o
                                            WHERE o.unit_code = r.unit_code AND o.name_key = :key AND o.id <> :id)
                        """), terms)
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec sql, Room.Terms terms) {
        Searchable found = Searchable.of(terms.name(), terms.place(), String.join(" ", terms.equipment()));
        return sql.bind("name", terms.name())
                .bind("key", RoomName.key(terms.name()))
                .bind("place", terms.place())
                .bind("capacity", terms.capacity())
                .bind("equipment", terms.equipment().toArray(String[]::new))
                .bind("hours", Columns.texts(terms.hours().openings(), OpeningHours.Opening::text))
                .bind("closed", Columns.texts(terms.closedDays(), LocalDate::toString))
                .bind("holidays", terms.openOnHolidays())
                .bind("setUp", terms.setUp())
                .bind("cleanUp", terms.cleanUp())
                .bind("daysAhead", terms.daysAhead())
                .bind("freeUntil", terms.freeUntil())
                .bind("text", found.text())
                .bind("initials", found.initials())
                .bind("grams", found.grams().toArray(String[]::new));
    }

    private static Named named(Readable row) {
        List<UUID> ids = Columns.ids(row, "part_ids");
        List<String> names = Columns.texts(row, "part_names");
        UnitCode unit = Columns.unit(row, "unit_code");
        Room room = new Room(
                Columns.id(row, "id"),
                unit,
                IntStream.range(0, ids.size())
                        .mapToObj(n -> new Room.Part(ids.get(n), names.get(n)))
                        .toList(),
                terms(row),
                Columns.number(row, "version"));
        return new Named(room, Objects.requireNonNullElse(row.get("unit_name", String.class), unit.value()));
    }

    private static Room.Terms terms(Readable row) {
        return new Room.Terms(
                Columns.text(row, "name"),
                Columns.text(row, "place"),
                Columns.integer(row, "capacity"),
                Columns.texts(row, "equipment"),
                OpeningHours.read(Columns.texts(row, "hours")),
                Set.copyOf(Columns.dates(row, "closed_days")),
                Columns.flag(row, "open_on_holidays"),
                Columns.integer(row, "set_up"),
                Columns.integer(row, "clean_up"),
                Columns.integer(row, "days_ahead"),
                Columns.integer(row, "free_until"));
    }
}
