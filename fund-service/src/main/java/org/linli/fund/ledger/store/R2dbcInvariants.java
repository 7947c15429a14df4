package org.linli.fund.ledger.store;

import org.linli.fund.ledger.Invariant;
import org.linli.fund.ledger.application.Invariants;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.Map;

/** One statement, so that all sides of every comparison are of the same moment. */
@Repository
class R2dbcInvariants implements Invariants {

    private static final String VIOLATIONS = """
            WITH entry AS (
                SELECT e.id, sum(p.debit) AS debits, sum(p.credit) AS credits
                FROM journal_entry e LEFT JOIN posting p ON p.entry_id = e.id
                WHERE e.unit LIKE ANY(:scope)
                GROUP BY e.id),
            posted AS (
                SELECT account, unit, sum(debit) AS debits, sum(credit) AS credits
                FROM posting WHERE unit LIKE ANY(:scope) GROUP BY account, unit),
            balance AS (
                SELECT account, unit, debits, credits FROM account_balance WHERE unit LIKE ANY(:scope)),
            owing AS (
                SELECT unit, period, owed, funded FROM return_obligation WHERE unit LIKE ANY(:scope)),
            accrued AS (
                SELECT unit, period, sum(change) AS owed
                FROM (SELECT unit, period, change FROM obligation_accrual
                      UNION ALL
                      SELECT unit, period, change FROM obligation_carry) AS change
                WHERE unit LIKE ANY(:scope) GROUP BY unit, period),
            paid AS (
                SELECT unit, period, sum(amount) AS funded
                FROM (SELECT unit, period, amount FROM funding
                      UNION ALL
                      SELECT unit, period, -amount FROM funding_reversal) AS movement
                WHERE unit LIKE ANY(:scope) GROUP BY unit, period),
            year AS (
                SELECT unit, left(period, 4) AS year, sum(carried) AS carried FROM return_obligation
                WHERE unit LIKE ANY(:scope) GROUP BY 1, 2),
            branch AS (
                SELECT unit, sum(owed) AS owed, sum(funded) AS funded FROM owing GROUP BY unit),
            account AS (
                SELECT unit,
                       coalesce(sum(debits - credits) FILTER (WHERE account = '1002'), 0) AS bank,
                       coalesce(sum(debits - credits) FILTER (WHERE account = '1221'), 0) AS receivable,
                       coalesce(sum(credits - debits) FILTER (WHERE account = '2241'), 0) AS fund
                FROM balance GROUP BY unit)
            SELECT 'ENTRIES_BALANCE' AS invariant, count(*) AS violations
            FROM entry WHERE debits IS DISTINCT FROM credits OR debits IS NULL
            UNION ALL
            SELECT 'BALANCES_ARE_SUMS_OF_POSTINGS', count(*)
            FROM balance FULL JOIN posted USING (account, unit)
            WHERE balance.debits IS DISTINCT FROM posted.debits OR balance.credits IS DISTINCT FROM posted.credits
            UNION ALL
            SELECT 'OBLIGATIONS_ARE_SUMS_OF_ACCRUALS', count(*)
            FROM owing FULL JOIN accrued USING (unit, period) WHERE owing.owed IS DISTINCT FROM accrued.owed
            UNION ALL
            SELECT 'FUNDED_IS_SUM_OF_FUNDINGS', count(*)
            FROM owing FULL JOIN paid USING (unit, period)
            WHERE coalesce(owing.funded, 0) <> coalesce(paid.funded, 0)
            UNION ALL
            SELECT 'CARRIED_IS_NOTHING_IN_A_YEAR', count(*) FROM year WHERE carried <> 0
            UNION ALL
            SELECT 'ACCOUNTS_AGREE_WITH_OBLIGATIONS', count(*)
            FROM branch FULL JOIN account USING (unit)
            WHERE coalesce(bank, 0) <> coalesce(funded, 0)
               OR coalesce(receivable, 0) <> coalesce(owed - funded, 0)
               OR coalesce(fund, 0) <> coalesce(owed, 0)
            """;

    private final DatabaseClient database;

    R2dbcInvariants(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<Invariant, Long>> violations(Scope scope) {
        return database.sql(VIOLATIONS)
                .bind("scope", scope.likePatterns())
                .map(row ->
                        Map.entry(Invariant.valueOf(Columns.text(row, "invariant")), Columns.number(row, "violations")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
