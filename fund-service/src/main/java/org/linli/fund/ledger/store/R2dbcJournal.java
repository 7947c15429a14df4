package org.linli.fund.ledger.store;

import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.ledger.Posting;
import org.linli.fund.ledger.application.Journal;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.List;

import static org.linli.platform.database.Columns.fen;
import static org.linli.platform.database.Columns.numbers;
import static org.linli.platform.database.Columns.texts;

@Repository
class R2dbcJournal implements Journal {

    private final DatabaseClient database;

    R2dbcJournal(DatabaseClient database) {
        this.database = database;
    }

    private record Numbered(long id, JournalEntry entry) {}

    private record Line(long entryId, int line, String unit, Posting posting) {}

    @Override
    public Mono<Void> book(Scope scope, List<JournalEntry> entries) {
        if (!entries.stream().map(JournalEntry::unit).allMatch(scope::covers)) {
            return Mono.error(new IllegalArgumentException("an entry lies outside " + scope));
        }
        return entries.isEmpty()
                ? Mono.empty()
                : ids(entries.size()).map(ids -> number(ids, entries)).flatMap(this::write);
    }

    private Mono<Void> write(List<Numbered> entries) {
        return addEntries(entries).then(addPostings(lines(entries))).then(moveBalances(entries));
    }

    private Mono<List<Long>> ids(int count) {
        return database.sql("SELECT nextval('journal_entry_id') AS id FROM generate_series(1, :count)")
                .bind("count", count)
                .map(row -> Columns.number(row, "id"))
                .all()
                .collectList();
    }

    private static List<Numbered> number(List<Long> ids, List<JournalEntry> entries) {
        List<Numbered> numbered = new ArrayList<>(entries.size());
        for (int at = 0; at < entries.size(); at++) {
            numbered.add(new Numbered(ids.get(at), entries.get(at)));
        }
        return numbered;
    }

    private static List<Line> lines(List<Numbered> entries) {
        List<Line> lines = new ArrayList<>(entries.size() * 2);
        for (Numbered numbered : entries) {
            int line = 0;
            for (Posting posting : numbered.entry().postings()) {
                lines.add(
                        new Line(numbered.id(), ++line, numbered.entry().unit().value(), posting));
            }
        }
        return lines;
    }

    private Mono<Void> addEntries(List<Numbered> entries) {
        return database.sql("""
                        INSERT INTO journal_entry (id, kind, unit, period, booked_on, source, memo)
                        SELECT * FROM unnest(:ids::bigint[], :kinds::text[], :units::text[], :periods::text[],
                            :bookedOn::date[], :sources::text[], :memos::text[])
                        """)
                .bind("ids", numbers(entries, Numbered::id))
                .bind("kinds", texts(entries, it -> it.entry().kind().name()))
                .bind("units", texts(entries, it -> it.entry().unit().value()))
                .bind("periods", texts(entries, it -> it.entry().period().toString()))
                .bind("bookedOn", texts(entries, it -> it.entry().bookedOn().toString()))
                .bind("sources", texts(entries, it -> it.entry().source()))
                .bind("memos", texts(entries, it -> it.entry().memo()))
                .then();
    }

    private Mono<Void> addPostings(List<Line> lines) {
        return database.sql("""
                        INSERT INTO posting (entry_id, line, account, unit, debit, credit)
                        SELECT * FROM unnest(:entries::bigint[], :lines::smallint[], :accounts::text[], :units::text[],
                            :debits::bigint[], :credits::bigint[])
                        """)
                .bind("entries", numbers(lines, Line::entryId))
                .bind("lines", numbers(lines, Line::line))
                .bind("accounts", texts(lines, it -> it.posting().account().code()))
                .bind("units", texts(lines, Line::unit))
                .bind("debits", fen(lines, it -> it.posting().debit()))
                .bind("credits", fen(lines, it -> it.posting().credit()))
                .then();
    }

    /** In the order of the key, so that two who book never wait for each other in a ring. */
    private Mono<Void> moveBalances(List<Numbered> entries) {
        return database.sql("""
                        INSERT INTO account_balance AS balance (account, unit, debits, credits)
                        SELECT account, unit, sum(debit)::bigint, sum(credit)::bigint
                        FROM posting
                        WHERE entry_id = ANY(:ids::bigint[])
                        GROUP BY account, unit
                        ORDER BY account, unit
                        ON CONFLICT (account, unit) DO UPDATE
                        SET debits = balance.debits + EXCLUDED.debits, credits = balance.credits + EXCLUDED.credits
                        """).bind("ids", numbers(entries, Numbered::id)).then();
    }
}
