package org.linli.fund.funding.store;

import io.r2dbc.spi.Readable;
import org.linli.fund.funding.BankReference;
import org.linli.fund.funding.Funding;
import org.linli.fund.funding.Reversal;
import org.linli.fund.funding.ReverseFunding;
import org.linli.fund.funding.application.Reversals;
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
class R2dbcReversals implements Reversals {

    private static final String COLUMNS =
            "id, funding_id, unit, period, amount, returned_on, reference, reason, booked_by, booked_at";

    private static final SortKey<Reversal> LATEST_FIRST = SortKey.descending(number("id", Reversal::id));

    private final DatabaseClient database;

    R2dbcReversals(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Reversal> add(Scope scope, Funding funding, ReverseFunding command, String bookedBy) {
        return database.sql("""
                        WITH reference AS (
                            INSERT INTO bank_reference (unit, period, reference)
                            SELECT :unit, :period, :normal WHERE :unit LIKE ANY(:scope)
                            ON CONFLICT DO NOTHING
                            RETURNING unit, period)
                        INSERT INTO funding_reversal
                            (funding_id, unit, period, amount, returned_on, reference, reason, booked_by)
                        SELECT :funding, unit, period, :amount, :date, :reference, :reason, :bookedBy FROM reference
                        RETURNING %s
                        """.formatted(COLUMNS))
                .bind("unit", funding.key().unit().value())
                .bind("period", funding.key().period().toString())
                .bind("normal", command.reference().normal())
                .bind("funding", funding.id())
                .bind("amount", Yuan.fen(funding.amount()))
                .bind("date", command.date())
                .bind("reference", command.reference().text())
                .bind("reason", command.reason())
                .bind("bookedBy", bookedBy)
                .bind("scope", scope.likePatterns())
                .map(R2dbcReversals::reversal)
                .one();
    }

    @Override
    public Mono<Page<Reversal>> page(Scope scope, PeriodRange periods, PageRequest page) {
        return ListQuery.of("SELECT %s FROM funding_reversal".formatted(COLUMNS)
                        + " WHERE unit LIKE ANY(:scope) AND period BETWEEN :from AND :to")
                .bind("scope", scope)
                .bind("from", periods.from())
                .bind("to", periods.to())
                .page(database, page, LATEST_FIRST, R2dbcReversals::reversal);
    }

    @Override
    public Mono<Reversal> one(Scope scope, long id) {
        return database.sql(
                        "SELECT %s FROM funding_reversal WHERE id = :id AND unit LIKE ANY(:scope)".formatted(COLUMNS))
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(R2dbcReversals::reversal)
                .one();
    }

    private static Reversal reversal(Readable row) {
        return new Reversal(
                Columns.number(row, "id"),
                Columns.number(row, "funding_id"),
                new ObligationKey(Columns.unit(row, "unit"), Columns.period(row, "period")),
                Columns.money(row, "amount"),
                Columns.date(row, "returned_on"),
                new BankReference(Columns.text(row, "reference")),
                Columns.text(row, "reason"),
                Columns.text(row, "booked_by"),
                Columns.time(row, "booked_at"));
    }
}
