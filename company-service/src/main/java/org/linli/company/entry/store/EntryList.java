package org.linli.company.entry.store;

import org.linli.company.entry.Entry;
import org.linli.company.entry.EntryFilter;
import org.linli.company.entry.StoredEntry;
import org.linli.platform.money.Yuan;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.Position;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads entries: one, or a page of those that a filter lets through. */
@Repository
public class EntryList {

    private static final String WHERE = """
            WHERE unit_code LIKE ANY(:scope)
              AND unit_code LIKE :unit
              AND period BETWEEN :from AND :to
              AND (:number = '' OR entry_no = :number OR entry_key = :key)
              AND (:line = '' OR line = :line)
              AND (:project = '' OR project IN (:project, :projectName))
              AND (:partner = '' OR partner IN (:partner, :partnerName))
              AND (:counterparty = '' OR counterparty = :counterparty)
              AND (:counterpartyWithin = '' OR counterparty LIKE :counterpartyWithin || '%')
              AND (project IS NULL OR NOT :withoutProject)
              AND (partner IS NULL OR NOT :withoutPartner)
              AND (counterparty IS NULL OR NOT :withoutCounterparty)
              AND (:version = 0 OR reported_version <= :version)
              AND (NOT :waiting OR (reported_version IS NULL AND withdrawn_at IS NULL))
              AND (:text = '' OR strpos(concat_ws(' ', entry_no, project, partner, memo), :text) > 0
                   OR strpos(concat_ws(' ', entry_no, project, partner), :textAsName) > 0)
            """;

    private final DatabaseClient database;

    EntryList(DatabaseClient database) {
        this.database = database;
    }

    public Mono<StoredEntry> find(String entryNo, Scope scope) {
        return database.sql("SELECT " + EntryRow.COLUMNS + """
                         FROM revenue_entry
                        WHERE (entry_no = :number OR entry_key = :key) AND unit_code LIKE ANY(:scope)
                        ORDER BY entry_no = :number DESC LIMIT 1
                        """)
                .bind("number", entryNo)
                .bind("key", Identifiers.key(entryNo))
                .bind("scope", scope.likePatterns())
                .map(EntryRow::read)
                .one();
    }

    public Mono<Page<StoredEntry>> page(EntryFilter filter, Scope scope, PageRequest page) {
        EntryFilter.Sort sort = filter.sort();
        Position after = page.after(2);
        String beyond = after == null ? "" : " AND (%s, entry_no) > (:value, :after)".formatted(sort.column());
        var query = bind(
                        "SELECT " + EntryRow.COLUMNS + " FROM revenue_entry " + WHERE + beyond + " ORDER BY "
                                + sort.column() + ", entry_no LIMIT :limit",
                        filter,
                        scope)
                .bind("limit", page.limit() + 1);
        if (after != null) {
            query = query.bind("value", value(after, sort)).bind("after", after.text(1));
        }
        return query.map(EntryRow::read)
                .all()
                .collectList()
                .map(rows -> Page.of(
                        rows,
                        page.limit(),
                        last -> page.cursorAfter(
                                key(last.entry(), sort), last.entry().entryNo())));
    }

    private DatabaseClient.GenericExecuteSpec bind(String sql, EntryFilter filter, Scope scope) {
        return database.sql(sql)
                .bind("scope", scope.likePatterns())
                .bind("unit", filter.unit() + "%")
                .bind("from", filter.from() == null ? "0000-00" : filter.from().toString())
                .bind("to", filter.to() == null ? "9999-99" : filter.to().toString())
                .bind("number", filter.entryNo())
                .bind("key", Identifiers.key(filter.entryNo()))
                .bind("line", filter.line())
                .bind("project", filter.project())
                .bind("projectName", Texts.name(filter.project()))
                .bind("partner", filter.partner())
                .bind("partnerName", Texts.name(filter.partner()))
                .bind("counterparty", filter.counterparty())
                .bind("counterpartyWithin", filter.counterpartyWithin())
                .bind("withoutProject", filter.without().contains(EntryFilter.Optional.PROJECT))
                .bind("withoutPartner", filter.without().contains(EntryFilter.Optional.PARTNER))
                .bind("withoutCounterparty", filter.without().contains(EntryFilter.Optional.COUNTERPARTY))
                .bind("version", filter.upToVersion())
                .bind("waiting", filter.waiting())
                .bind("text", filter.text())
                .bind("textAsName", Texts.name(filter.text()));
    }

    private static Object value(Position after, EntryFilter.Sort sort) {
        return switch (sort) {
            case ENTRY_NO -> after.text(0);
            case DATE -> after.day(0);
            case GROSS -> after.number(0);
        };
    }

    private static String key(Entry entry, EntryFilter.Sort sort) {
        return switch (sort) {
            case ENTRY_NO -> entry.entryNo();
            case DATE -> entry.date().toString();
            case GROSS -> String.valueOf(Yuan.fen(entry.gross()));
        };
    }
}
