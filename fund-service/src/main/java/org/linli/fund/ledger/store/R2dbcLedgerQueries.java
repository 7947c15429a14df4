package org.linli.fund.ledger.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.EntryKind;
import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.ledger.Posting;
import org.linli.fund.ledger.TrialBalance;
import org.linli.fund.ledger.application.LedgerQueries;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

@Repository
class R2dbcLedgerQueries implements LedgerQueries {

    private final DatabaseClient database;

    R2dbcLedgerQueries(DatabaseClient database) {
        this.database = database;
    }

    private record Sums(TrialBalance.Line line, long entries) {}

    /** One row of the join of entries and postings. */
    private record Row(
            long id,
            EntryKind kind,
            UnitCode unit,
            YearMonth period,
            LocalDate bookedOn,
            String source,
            String memo,
            Instant recordedAt,
            Posting posting) {}

    /** One statement, so that all figures are of the same moment. */
    @Override
    public Mono<TrialBalance> trialBalance(Scope scope) {
        return database.sql("""
                        SELECT chart.account,
                               coalesce(sum(balance.debits), 0)::bigint AS debits,
                               coalesce(sum(balance.credits), 0)::bigint AS credits,
                               (SELECT count(*) FROM journal_entry WHERE unit LIKE ANY(:scope)) AS entries
                        FROM unnest(:accounts::text[]) AS chart (account)
                        LEFT JOIN account_balance balance
                          ON balance.account = chart.account AND balance.unit LIKE ANY(:scope)
                        GROUP BY chart.account
                        ORDER BY chart.account
                        """)
                .bind("scope", scope.likePatterns())
                .bind("accounts", Columns.texts(List.of(Account.values()), Account::code))
                .map(R2dbcLedgerQueries::sums)
                .all()
                .collectList()
                .map(sums -> new TrialBalance(
                        sums.stream().map(Sums::line).toList(), sums.getFirst().entries()));
    }

    @Override
    public Mono<List<Booked>> entries(Scope scope, Optional<Account> account, @Nullable Long before, int limit) {
        String ofAccount = account.isEmpty()
                ? ""
                : "AND EXISTS (SELECT FROM posting p WHERE p.entry_id = e.id AND p.account = :account)";
        var query = database.sql("""
                        WITH page AS (
                            SELECT * FROM journal_entry e
                            WHERE e.unit LIKE ANY(:scope) AND e.id < :before %s
                            ORDER BY e.id DESC
                            LIMIT :limit)
                        SELECT page.id, page.kind, page.unit, page.period, page.booked_on, page.source, page.memo,
                               page.recorded_at, p.account, p.debit, p.credit
                        FROM page JOIN posting p ON p.entry_id = page.id
                        ORDER BY page.id DESC, p.line
                        """.formatted(ofAccount))
                .bind("scope", scope.likePatterns())
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("limit", limit);
        if (account.isPresent()) {
            query = query.bind("account", account.get().code());
        }
        return query.map(R2dbcLedgerQueries::row).all().collectList().map(R2dbcLedgerQueries::booked);
    }

    private static List<Booked> booked(List<Row> rows) {
        return rows.stream().collect(groupingBy(Row::id, LinkedHashMap::new, toList())).values().stream()
                .map(R2dbcLedgerQueries::entry)
                .toList();
    }

    private static Booked entry(List<Row> rows) {
        Row row = rows.getFirst();
        List<Posting> postings = rows.stream().map(Row::posting).toList();
        JournalEntry entry = new JournalEntry(
                row.kind(), row.unit(), row.period(), row.bookedOn(), row.source(), row.memo(), postings);
        return new Booked(row.id(), entry, row.recordedAt());
    }

    private static Row row(Readable row) {
        return new Row(
                Columns.number(row, "id"),
                EntryKind.valueOf(Columns.text(row, "kind")),
                Columns.unit(row, "unit"),
                Columns.period(row, "period"),
                Columns.date(row, "booked_on"),
                Columns.text(row, "source"),
                Columns.text(row, "memo"),
                Columns.time(row, "recorded_at"),
                new Posting(account(row), Columns.money(row, "debit"), Columns.money(row, "credit")));
    }

    private static Sums sums(Readable row) {
        return new Sums(
                new TrialBalance.Line(account(row), Columns.money(row, "debits"), Columns.money(row, "credits")),
                Columns.number(row, "entries"));
    }

    private static Account account(Readable row) {
        return Account.ofCode(Columns.text(row, "account")).orElseThrow();
    }
}
