package org.linli.fund.funding.store;

import io.r2dbc.spi.Readable;
import org.linli.fund.funding.BankReference;
import org.linli.fund.funding.FundObligation;
import org.linli.fund.funding.Funding;
import org.linli.fund.funding.Reversal;
import org.linli.fund.funding.application.Fundings;
import org.linli.fund.obligation.ObligationKey;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import static org.linli.platform.paging.SortColumn.number;

@Repository
class R2dbcFundings implements Fundings {

    private static final String ALL = """
            SELECT f.id, f.unit, f.period, f.amount, f.paid_on, f.reference, f.booked_by, f.booked_at,
                   r.id AS reversal, r.returned_on, r.reference AS return_reference, r.reason,
                   r.booked_by AS reversed_by, r.booked_at AS reversed_at
            FROM funding f LEFT JOIN funding_reversal r ON r.funding_id = f.id
            """;

    private static final SortKey<Funding> LATEST_FIRST = SortKey.descending(number("f.id", Funding::id));

    private final DatabaseClient database;

    R2dbcFundings(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Funding> add(Scope scope, FundObligation command, String bookedBy) {
        return database.sql("""
                        WITH reference AS (
                            INSERT INTO bank_reference (unit, period, reference)
                            SELECT :unit, :period, :normal WHERE :unit LIKE ANY(:scope)
                            ON CONFLICT DO NOTHING
                            RETURNING unit, period)
                        INSERT INTO funding (unit, period, amount, paid_on, reference, booked_by)
                        SELECT unit, period, :amount, :date, :reference, :bookedBy FROM reference
                        RETURNING id, unit, period, amount, paid_on, reference, booked_by, booked_at,
                            NULL::bigint AS reversal
                        """)
                .bind("unit", command.key().unit().value())
                .bind("period", command.key().period().toString())
                .bind("normal", command.reference().normal())
                .bind("amount", Yuan.fen(command.amount()))
                .bind("date", command.date())
                .bind("reference", command.reference().text())
                .bind("bookedBy", bookedBy)
                .bind("scope", scope.likePatterns())
                .map(R2dbcFundings::funding)
                .one();
    }

    @Override
    public Mono<Page<Funding>> page(Scope scope, PeriodRange periods, PageRequest page) {
        return ListQuery.of(ALL + "WHERE f.unit LIKE ANY(:scope) AND f.period BETWEEN :from AND :to")
                .bind("scope", scope)
                .bind("from", periods.from())
                .bind("to", periods.to())
                .page(database, page, LATEST_FIRST, R2dbcFundings::funding);
    }

    @Override
    public Mono<Funding> one(Scope scope, long id) {
        return database.sql(ALL + "WHERE f.id = :id AND f.unit LIKE ANY(:scope)")
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(R2dbcFundings::funding)
                .one();
    }

    private static Funding funding(Readable row) {
        return new Funding(
                Columns.number(row, "id"),
                new ObligationKey(Columns.unit(row, "unit"), Columns.period(row, "period")),
                Columns.money(row, "amount"),
                Columns.date(row, "paid_on"),
                new BankReference(Columns.text(row, "reference")),
                Columns.text(row, "booked_by"),
                Columns.time(row, "booked_at"),
                row.get("reversal", Long.class) == null ? null : reversal(row));
    }

    private static Reversal reversal(Readable row) {
        return new Reversal(
                Columns.number(row, "reversal"),
                Columns.number(row, "id"),
                new ObligationKey(Columns.unit(row, "unit"), Columns.period(row, "period")),
                Columns.money(row, "amount"),
                Columns.date(row, "returned_on"),
                new BankReference(Columns.text(row, "return_reference")),
                Columns.text(row, "reason"),
                Columns.text(row, "reversed_by"),
                Columns.time(row, "reversed_at"));
    }
}
