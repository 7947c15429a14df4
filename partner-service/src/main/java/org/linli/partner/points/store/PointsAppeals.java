package org.linli.partner.points.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.points.PointsAppeal;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.id;

/** Objections to losses. */
@Repository
public class PointsAppeals {

    private static final String SELECT = """
            SELECT e.id, e.account_id, e.unit_code, e.points, e.by, a.text, a.raised_at, a.reversed, a.reason, a.decided_at
              FROM points_appeal a JOIN points_entry e ON e.id = a.entry_id
            """;

    private static final SortKey<PointsAppeal> BY_LOSS = SortKey.ascending(id("e.id", PointsAppeal::loss));

    private final DatabaseClient database;

    PointsAppeals(DatabaseClient database) {
        this.database = database;
    }

    /** @return false where the loss was objected to before */
    public Mono<Boolean> raise(UUID loss, String text, Instant now) {
        return database.sql("""
                        INSERT INTO points_appeal (entry_id, text, raised_at) VALUES (:loss, :text, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("loss", loss)
                .bind("text", text)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Locked by its account's lock, which the caller holds or takes next. */
    public Mono<PointsAppeal> find(UUID loss, Scope scope) {
        return database.sql(SELECT + " WHERE e.id = :loss AND e.unit_code LIKE ANY(:scope)")
                .bind("loss", loss)
                .bind("scope", scope.likePatterns())
                .map(PointsAppeals::read)
                .one();
    }

    /** @return false where it was decided before */
    public Mono<Boolean> decide(UUID loss, boolean reversed, String reason, String by, Instant now, Scope scope) {
        return database.sql("""
                        UPDATE points_appeal a
                           SET reversed = :reversed, reason = :reason, decided_by = :by, decided_at = :now
                          FROM points_entry e
                         WHERE e.id = a.entry_id AND a.entry_id = :loss AND a.decided_at IS NULL
                           AND e.unit_code LIKE ANY(:scope)
                        """)
                .bind("reversed", reversed)
                .bind("reason", reason)
                .bind("by", by)
                .bind("now", now)
                .bind("loss", loss)
                .bind("scope", scope.likePatterns())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** In the order of the losses. */
    public Mono<Page<PointsAppeal>> list(boolean open, Scope scope, PageRequest page) {
        return ListQuery.of(SELECT + " WHERE e.unit_code LIKE ANY(:scope)")
                .bind("scope", scope)
                .filter(open, "a.decided_at IS NULL")
                .page(database, page, BY_LOSS, PointsAppeals::read);
    }

    private static PointsAppeal read(Readable row) {
        return new PointsAppeal(
                Columns.id(row, "id"),
                Columns.id(row, "account_id"),
                Columns.text(row, "unit_code"),
                Columns.integer(row, "points"),
                Columns.text(row, "by"),
                Columns.text(row, "text"),
                Columns.time(row, "raised_at"),
                row.get("reversed", Boolean.class),
                Columns.textOrNull(row, "reason"),
                row.get("decided_at", Instant.class));
    }
}
