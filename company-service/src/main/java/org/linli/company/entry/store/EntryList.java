package org.linli.company.entry.store;

import org.linli.company.entry.Entry;
import org.linli.company.entry.EntryFilter;
import org.linli.company.entry.RecordedEntry;
import org.linli.platform.money.Yuan;
import org.linli.platform.paging.Cursors;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;

/** Reads entries: one, or a page of those that a filter lets through. */
@Repository
public class EntryList {

    private static final String WHERE = """
            WHERE unit_code LIKE ANY(:scope)
              AND unit_code LIKE :unit
              AND period BETWEEN :from AND :to
              AND (:number = '' OR entry_no = :number)
              AND (:line = '' OR line = :line)
              AND (:project = '' OR project = :project)
              AND (:partner = '' OR partner = :partner)
              AND (:counterparty = '' OR counterparty = :counterparty)
              AND (:counterpartyWithin = '' OR counterparty LIKE :counterpartyWithin || '%')
              AND (project IS NULL OR NOT :withoutProject)
              AND (partner IS NULL OR NOT :withoutPartner)
              AND (counterparty IS NULL OR NOT :withoutCounterparty)
              AND (:version = 0 OR reported_version <= :version)
              AND (NOT :waiting OR (reported_version IS NULL AND withdrawn_at IS NULL))
              AND (:text = '' OR strpos(concat_ws(' ', entry_no, project, partner, memo), :text) > 0)
            """;

    private final DatabaseClient database;

    EntryList(DatabaseClient database) {
        this.database = database;
    }

    public Mono<RecordedEntry> find(String entryNo, Scope scope) {
        return database.sql("SELECT " + EntryRow.COLUMNS
                        + " FROM revenue_entry WHERE entry_no = :number AND unit_code LIKE ANY(:scope)")
                .bind("number", entryNo)
                .bind("scope", scope.likePatterns())
                .map(EntryRow::read)
                .one();
    }

    public Mono<Page<RecordedEntry>> page(EntryFilter filter, Scope scope, PageRequest page) {
        EntryFilter.Sort sort = filter.sort();
        List<String> after = Cursors.decode(page.cursor(), 2);
        String beyond =
                after == null ? "" : " AND (%s, entry_no) > (:value::%s, :after)".formatted(sort.column(), sort.type());
        var query = bind(
                        "SELECT " + EntryRow.COLUMNS + " FROM revenue_entry " + WHERE + beyond + " ORDER BY "
                                + sort.column() + ", entry_no LIMIT :limit",
                        filter,
                        scope)
                .bind("limit", page.limit() + 1);
        if (after != null) {
            query = query.bind("value", after.getFirst()).bind("after", after.getLast());
        }
        return query.map(EntryRow::read)
                .all()
                .collectList()
                .map(rows -> Page.of(
                        rows,
                        page.limit(),
                        last -> Cursors.encode(
                                key(last.entry(), sort), last.entry().entryNo())));
    }

    private DatabaseClient.GenericExecuteSpec bind(String sql, EntryFilter filter, Scope scope) {
        return database.sql(sql)
                .bind("scope", scope.likePatterns())
                .bind("unit", filter.unit() + "%")
                .bind("from", filter.from() == null ? "0000-00" : filter.from().toString())
                .bind("to", filter.to() == null ? "9999-99" : filter.to().toString())
                .bind("number", filter.entryNo())
                .bind("line", filter.line())
                .bind("project", filter.project())
                .bind("partner", filter.partner())
                .bind("counterparty", filter.counterparty())
                .bind("counterpartyWithin", filter.counterpartyWithin())
                .bind("withoutProject", filter.without().contains(EntryFilter.Optional.PROJECT))
                .bind("withoutPartner", filter.without().contains(EntryFilter.Optional.PARTNER))
                .bind("withoutCounterparty", filter.without().contains(EntryFilter.Optional.COUNTERPARTY))
                .bind("version", filter.upToVersion())
                .bind("waiting", filter.waiting())
                .bind("text", filter.text());
    }

    private static String key(Entry entry, EntryFilter.Sort sort) {
        return switch (sort) {
            case ENTRY_NO -> entry.entryNo();
            case DATE -> entry.date().toString();
            case GROSS -> String.valueOf(Yuan.fen(entry.gross()));
        };
    }
}
