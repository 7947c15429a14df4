package org.linli.partner.points.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.partner.points.PointsAccount;
import org.linli.partner.points.PointsEntry;
import org.linli.partner.points.PointsMove;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.text.Identifiers;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.linli.platform.paging.SortColumn.id;

/** The history of points and its double entry; only added to. */
@Repository
public class PointsJournal {

    private static final String COLUMNS =
            "id, account_id, kind, points, unit_code, rule, reference, reason, expires_on, by, at";

    private static final SortKey<PointsEntry> LATEST_FIRST = SortKey.descending(id("id", PointsEntry::id));

    private final DatabaseClient database;

    PointsJournal(DatabaseClient database) {
        this.database = database;
    }

    /** Adds an entry of a locked account with what it moves. @return empty where the branch used the reference before */
    public Mono<PointsEntry> add(PointsEntry entry, PointsMove move) {
        return database.sql("""
                        INSERT INTO points_entry
                               (account_id, kind, points, unit_code, rule, reference, reference_key, reason,
                                expires_on, by, at)
                        VALUES (:account, :kind, :points, :unit, :rule, :reference, :key, :reason,
                                :expires, :by, :at)
                        ON CONFLICT DO NOTHING
                        RETURNING %s
                        """.formatted(COLUMNS))
                .bind("account", entry.account())
                .bind("kind", entry.kind().name())
                .bind("points", entry.points())
                .bind("unit", Parameter.fromOrEmpty(entry.unit(), String.class))
                .bind("rule", Parameter.fromOrEmpty(entry.rule(), String.class))
                .bind("reference", Parameter.fromOrEmpty(entry.reference(), String.class))
                .bind("key", Parameter.fromOrEmpty(key(entry.reference()), String.class))
                .bind("reason", entry.reason())
                .bind("expires", Parameter.fromOrEmpty(entry.expiresOn(), LocalDate.class))
                .bind("by", entry.by())
                .bind("at", entry.at())
                .map(PointsJournal::read)
                .one()
                .flatMap(added -> post(added.id(), move).thenReturn(added));
    }

    /** What references are compared by: two that look alike are one. */
    private static @Nullable String key(@Nullable String reference) {
        return reference == null ? null : Identifiers.key(reference);
    }

    private Mono<Void> post(UUID entry, PointsMove move) {
        List<PointsMove.Line> lines = move.lines();
        return database.sql("""
                        INSERT INTO points_posting (entry_id, line, ledger, lot, amount)
                        SELECT :entry, * FROM unnest(:numbers::smallint[], :ledgers::text[], :lots::uuid[], :amounts::int[])
                        """)
                .bind("entry", entry)
                .bind("numbers", IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
                .bind("ledgers", Columns.texts(lines, line -> line.ledger().name()))
                .bind("lots", lines.stream().map(line -> lot(entry, line)).toArray(UUID[]::new))
                .bind("amounts", lines.stream().map(PointsMove.Line::amount).toArray(Integer[]::new))
                .then();
    }

    private static @Nullable UUID lot(UUID entry, PointsMove.Line line) {
        return line.ledger() == PointsMove.Ledger.HOLDER ? Objects.requireNonNullElse(line.lot(), entry) : null;
    }

    /** The account's history, the latest first. */
    public Mono<Page<PointsEntry>> of(PointsAccount account, PageRequest page) {
        return page("account_id = :whose", account.id(), page);
    }

    /** A holder's own history in every street, the latest first. */
    public Mono<Page<PointsEntry>> own(String holder, PageRequest page) {
        return page("account_id IN (SELECT id FROM points_account WHERE holder = :whose)", holder, page);
    }

    private Mono<Page<PointsEntry>> page(String which, Object whose, PageRequest page) {
        return ListQuery.of("SELECT %s FROM points_entry WHERE %s".formatted(COLUMNS, which))
                .bind("whose", whose)
                .page(database, page, LATEST_FIRST, PointsJournal::read);
    }

    /** The entry of a holder's own account. */
    public Mono<PointsEntry> findOwn(UUID id, String holder) {
        return database.sql("""
                        SELECT %s FROM points_entry e
                         WHERE id = :id AND (SELECT holder FROM points_account WHERE id = e.account_id) = :holder
                        """.formatted(COLUMNS))
                .bind("id", id)
                .bind("holder", holder)
                .map(PointsJournal::read)
                .one();
    }

    static PointsEntry read(Readable row) {
        return new PointsEntry(
                Columns.id(row, "id"),
                Columns.id(row, "account_id"),
                PointsEntry.Kind.valueOf(Columns.text(row, "kind")),
                Columns.integer(row, "points"),
                Columns.textOrNull(row, "unit_code"),
                Columns.textOrNull(row, "rule"),
                Columns.textOrNull(row, "reference"),
                Columns.text(row, "reason"),
                row.get("expires_on", LocalDate.class),
                Columns.text(row, "by"),
                Columns.time(row, "at"));
    }
}
