package org.linli.company.entry.store;

import org.linli.company.entry.Entry;
import org.linli.company.entry.StoredEntry;
import org.linli.platform.database.Columns;
import org.linli.platform.security.SystemAccess;
import org.linli.platform.text.Identifiers;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes entries, in sets. */
@Repository
public class Entries {

    private static final String ADD = """
            INSERT INTO revenue_entry (entry_no, entry_key, unit_code, period, date, line, project, counterparty, partner,
                                       gross, tax, direct_cost, memo, recorded_by)
            SELECT e.*, :by
            FROM unnest(:numbers::text[], :keys::text[], :units::text[], :periods::text[], :dates::date[], :lines::text[],
                        :projects::text[], :counterparties::text[], :partners::text[], :grosses::bigint[],
                        :taxes::bigint[], :costs::bigint[], :memos::text[]) AS e
            ORDER BY 1
            ON CONFLICT DO NOTHING
            RETURNING entry_no
            """;

    private final DatabaseClient database;

    Entries(DatabaseClient database) {
        this.database = database;
    }

    /** Adds those whose number is free. @return the numbers of the added ones */
    public Mono<Set<String>> add(List<Entry> entries, String by) {
        return database.sql(ADD)
                .bind("by", by)
                .bind("numbers", Columns.texts(entries, Entry::entryNo))
                .bind("keys", Columns.texts(entries, entry -> Identifiers.key(entry.entryNo())))
                .bind("units", Columns.texts(entries, Entry::unit))
                .bind("periods", Columns.texts(entries, Entry::period))
                .bind("dates", Columns.array(entries, LocalDate[]::new, Entry::date))
                .bind("lines", Columns.texts(entries, Entry::line))
                .bind("projects", Columns.texts(entries, Entry::project))
                .bind("counterparties", Columns.texts(entries, Entry::counterparty))
                .bind("partners", Columns.texts(entries, Entry::partner))
                .bind("grosses", Columns.fen(entries, Entry::gross))
                .bind("taxes", Columns.fen(entries, Entry::tax))
                .bind("costs", Columns.fen(entries, Entry::directCost))
                .bind("memos", Columns.texts(entries, Entry::memo))
                .mapValue(String.class)
                .all()
                .collect(Collectors.toSet());
    }

    /**
     * What stands under these numbers, by their keys. Takes no scope, since a number is unique over all units: the caller compares
     * and shows nothing of it.
     */
    @SystemAccess("a number is unique over all units; nothing of another's is shown")
    public Mono<Map<String, StoredEntry>> standing(Collection<String> numbers) {
        return database.sql("SELECT " + EntryRow.COLUMNS + " FROM revenue_entry WHERE entry_key = ANY(:keys)")
                .bind("keys", numbers.stream().map(Identifiers::key).toArray(String[]::new))
                .map(EntryRow::read)
                .all()
                .collect(Collectors.toMap(found -> Identifiers.key(found.entry().entryNo()), Function.identity()));
    }

    /** Takes back an entry that no statement has reported. @return whether there was such a one */
    public Mono<Boolean> withdraw(String entryNo, String by, String reason, Scope scope) {
        return database.sql("""
                        UPDATE revenue_entry SET withdrawn_by = :by, withdrawn_at = now(), withdrawn_reason = :reason
                        WHERE entry_no = :number AND unit_code LIKE ANY(:scope)
                          AND reported_version IS NULL AND withdrawn_at IS NULL
                        """)
                .bind("by", by)
                .bind("reason", reason)
                .bind("number", entryNo)
                .bind("scope", scope.likePatterns())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
