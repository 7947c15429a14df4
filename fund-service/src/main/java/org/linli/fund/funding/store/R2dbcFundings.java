package org.linli.fund.funding.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.fund.funding.FundObligation;
import org.linli.fund.funding.Funding;
import org.linli.fund.funding.application.Fundings;
import org.linli.fund.obligation.ObligationKey;
import org.linli.fund.period.PeriodRange;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;

@Repository
class R2dbcFundings implements Fundings {

    private static final String COLUMNS = "id, unit, period, amount, paid_on, reference, booked_by, booked_at";

    private final DatabaseClient database;

    R2dbcFundings(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Funding> add(Scope scope, FundObligation command, String bookedBy) {
        return database.sql("""
                        INSERT INTO funding (unit, period, amount, paid_on, reference, booked_by)
                        SELECT :unit, :period, :amount, :date, :reference, :bookedBy
                        WHERE :unit LIKE ANY(:scope)
                        ON CONFLICT (unit, period, reference) DO NOTHING
                        RETURNING %s
                        """.formatted(COLUMNS))
                .bind("unit", command.key().unit().value())
                .bind("period", command.key().period().toString())
                .bind("amount", Yuan.fen(command.amount()))
                .bind("date", command.date())
                .bind("reference", command.reference())
                .bind("bookedBy", bookedBy)
                .bind("scope", scope.likePatterns())
                .map(R2dbcFundings::funding)
                .one();
    }

    @Override
    public Mono<List<Funding>> list(Scope scope, PeriodRange periods, @Nullable Long before, int limit) {
        return database.sql("""
                        SELECT %s FROM funding
                        WHERE unit LIKE ANY(:scope) AND period BETWEEN :from AND :to AND id < :before
                        ORDER BY id DESC
                        LIMIT :limit
                        """.formatted(COLUMNS))
                .bind("scope", scope.likePatterns())
                .bind("from", periods.from())
                .bind("to", periods.to())
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("limit", limit)
                .map(R2dbcFundings::funding)
                .all()
                .collectList();
    }

    @Override
    public Mono<Funding> one(Scope scope, long id) {
        return database.sql("SELECT %s FROM funding WHERE id = :id AND unit LIKE ANY(:scope)".formatted(COLUMNS))
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
                Columns.text(row, "reference"),
                Columns.text(row, "booked_by"),
                Columns.time(row, "booked_at"));
    }
}
