package org.linli.fund.ledger.store;

import io.r2dbc.spi.Readable;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.EntryKind;
import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.ledger.Posting;
import org.linli.fund.ledger.TrialBalance;
import org.linli.fund.ledger.application.LedgerQueries;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.linli.platform.paging.SortColumn.number;

@Repository
class R2dbcLedgerQueries implements LedgerQueries {

    private static final String ENTRIES = """
            SELECT e.id, e.kind, e.unit, e.period, e.booked_on, e.source, e.memo, e.recorded_at,
                   p.accounts, p.debits, p.credits
              FROM journal_entry e
             CROSS JOIN LATERAL (SELECT array_agg(account ORDER BY line) AS accounts,
                                        array_agg(debit ORDER BY line) AS debits,
                                        array_agg(credit ORDER BY line) AS credits
                                   FROM posting WHERE entry_id = e.id) AS p
             WHERE e.unit LIKE ANY(:scope)
            """;
    private static final SortKey<Booked> LATEST_FIRST = SortKey.descending(number("e.id", Booked::id));

    private final DatabaseClient database;

    R2dbcLedgerQueries(DatabaseClient database) {
        this.database = database;
    }

    private record Sums(TrialBalance.Line line, long entries) {}

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
    public Mono<Page<Booked>> entries(Scope scope, Optional<Account> account, PageRequest page) {
        return ListQuery.of(ENTRIES)
                .bind("scope", scope)
                .filter(
                        "EXISTS (SELECT FROM posting o WHERE o.entry_id = e.id AND o.account = :account)",
                        account.map(Account::code).orElse(null))
                .page(database, page, LATEST_FIRST, R2dbcLedgerQueries::booked);
    }

    private static Booked booked(Readable row) {
        JournalEntry entry = new JournalEntry(
                EntryKind.valueOf(Columns.text(row, "kind")),
                Columns.unit(row, "unit"),
                Columns.period(row, "period"),
                Columns.date(row, "booked_on"),
                Columns.text(row, "source"),
                Columns.text(row, "memo"),
                postings(row));
        return new Booked(Columns.number(row, "id"), entry, Columns.time(row, "recorded_at"));
    }

    private static List<Posting> postings(Readable row) {
        List<String> accounts = Columns.texts(row, "accounts");
        List<Long> debits = Columns.numbers(row, "debits");
        List<Long> credits = Columns.numbers(row, "credits");
        return IntStream.range(0, accounts.size())
                .mapToObj(n -> new Posting(
                        Account.ofCode(accounts.get(n)).orElseThrow(),
                        Yuan.ofFen(debits.get(n)),
                        Yuan.ofFen(credits.get(n))))
                .toList();
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
