package org.linli.company.entry.store;

import org.linli.company.entry.EntryFilter;
import org.linli.company.entry.StoredEntry;
import org.linli.platform.money.Yuan;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortColumn;
import org.linli.platform.paging.SortKey;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import static org.linli.platform.paging.SortColumn.day;
import static org.linli.platform.paging.SortColumn.number;
import static org.linli.platform.paging.SortColumn.text;

/** Reads entries: one, or a page of those that a filter lets through. */
@Repository
public class EntryList {

    private static final String WORDS = """
            (strpos(concat_ws(' ', entry_no, project, partner, memo), :text) > 0
             OR strpos(concat_ws(' ', entry_no, project, partner), :textAsName) > 0)""";

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
        return ListQuery.of("SELECT " + EntryRow.COLUMNS + " FROM revenue_entry WHERE unit_code LIKE ANY(:scope)")
                .bind("scope", scope)
                .filter("unit_code LIKE :unit || '%'", filter.unit())
                .filter("period >= :from", filter.from())
                .filter("period <= :to", filter.to())
                .filter("(entry_no = :number OR entry_key = :key)", filter.entryNo(), Identifiers.key(filter.entryNo()))
                .filter("line = :line", filter.line())
                .filter("project IN (:project, :projectName)", filter.project(), Texts.name(filter.project()))
                .filter("partner IN (:partner, :partnerName)", filter.partner(), Texts.name(filter.partner()))
                .filter("counterparty = :counterparty", filter.counterparty())
                .filter("counterparty LIKE :counterpartyWithin || '%'", filter.counterpartyWithin())
                .filter(filter.without().contains(EntryFilter.Optional.PROJECT), "project IS NULL")
                .filter(filter.without().contains(EntryFilter.Optional.PARTNER), "partner IS NULL")
                .filter(filter.without().contains(EntryFilter.Optional.COUNTERPARTY), "counterparty IS NULL")
                .filter("reported_version <= :version", filter.upToVersion())
                .filter(filter.waiting(), "reported_version IS NULL AND withdrawn_at IS NULL")
                .filter(WORDS, filter.text(), Texts.name(filter.text()))
                .page(database, page, order(filter.sort()), EntryRow::read);
    }

    private static SortKey<StoredEntry> order(EntryFilter.Sort sort) {
        SortColumn<StoredEntry> number = text("entry_no", row -> row.entry().entryNo());
        return switch (sort) {
            case ENTRY_NO -> SortKey.ascending(number, number);
            case DATE -> SortKey.ascending(day("date", row -> row.entry().date()), number);
            case GROSS ->
                SortKey.ascending(number("gross", row -> Yuan.fen(row.entry().gross())), number);
        };
    }
}
