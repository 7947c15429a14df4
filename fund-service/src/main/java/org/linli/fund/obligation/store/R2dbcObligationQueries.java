package org.linli.fund.obligation.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.fund.obligation.ObligationKey;
import org.linli.fund.obligation.application.ObligationQueries;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;

@Repository
class R2dbcObligationQueries implements ObligationQueries {

    private static final String LIST = """
            SELECT %s, u.name FROM return_obligation o LEFT JOIN unit u ON u.code = o.unit
            WHERE o.unit LIKE ANY(:scope) AND o.period BETWEEN :from AND :to
            """.formatted(ObligationRow.COLUMNS);

    private final DatabaseClient database;

    R2dbcObligationQueries(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Line>> list(Filter filter, @Nullable After after, int limit) {
        String key = key(filter.order());
        String page = after == null ? "" : "AND (%s, o.unit, o.period) > (:key, :unit, :period)".formatted(key);
        String sql = "%s %s %s ORDER BY %s, o.unit, o.period LIMIT :limit".formatted(LIST, state(filter), page, key);
        GenericExecuteSpec query = filtered(sql, filter).bind("limit", limit);
        if (after != null) {
            query = query.bind("key", after.key()).bind("unit", after.unit()).bind("period", after.period());
        }
        return query.map(R2dbcObligationQueries::line).all().collectList();
    }

    private GenericExecuteSpec filtered(String sql, Filter filter) {
        GenericExecuteSpec query = database.sql(sql)
                .bind("scope", filter.scope().likePatterns())
                .bind("from", filter.periods().from())
                .bind("to", filter.periods().to());
        return filter.state().map(state -> query.bind("state", state.name())).orElse(query);
    }

    private static String state(Filter filter) {
        return filter.state().isPresent() ? "AND o.state = :state" : "";
    }

    /** A number to sort by before branch and period; {@code ObligationsPage} knows the same for a cursor. */
    private static String key(Order order) {
        return switch (order) {
            case UNIT -> "0::bigint";
            case PERIOD -> "replace(o.period, '-', '')::bigint";
            case OWED -> "-o.owed";
            case OUTSTANDING -> "-o.outstanding";
        };
    }

    @Override
    public Mono<Line> one(Scope scope, ObligationKey key) {
        return ofOne("""
                        SELECT %s, u.name FROM return_obligation o LEFT JOIN unit u ON u.code = o.unit
                        WHERE o.unit = :unit AND o.period = :period AND o.unit LIKE ANY(:scope)
                        """.formatted(ObligationRow.COLUMNS), scope, key)
                .map(R2dbcObligationQueries::line)
                .one();
    }

    @Override
    public Mono<List<AccrualLine>> accruals(Scope scope, ObligationKey key) {
        return ofOne("""
                        SELECT statement_id, gross, tax, direct_cost, base, carried, owed, change, accepted_by, accepted_at
                        FROM obligation_accrual
                        WHERE unit = :unit AND period = :period AND unit LIKE ANY(:scope)
                        ORDER BY version
                        """, scope, key).map(R2dbcObligationQueries::accrual).all().collectList();
    }

    @Override
    public Mono<List<CarryLine>> carried(Scope scope, ObligationKey key) {
        return ofOne("""
                        SELECT statement_id, carried, owed, change, carried_at FROM obligation_carry
                        WHERE unit = :unit AND period = :period AND unit LIKE ANY(:scope)
                        ORDER BY id
                        """, scope, key).map(R2dbcObligationQueries::carry).all().collectList();
    }

    @Override
    public Mono<List<FundingLine>> fundings(Scope scope, ObligationKey key) {
        return ofOne("""
                        SELECT f.id, f.amount, f.paid_on, f.reference, f.booked_by, f.booked_at, r.id AS reversal
                        FROM funding f LEFT JOIN funding_reversal r ON r.funding_id = f.id
                        WHERE f.unit = :unit AND f.period = :period AND f.unit LIKE ANY(:scope)
                        ORDER BY f.id
                        """, scope, key).map(R2dbcObligationQueries::funding).all().collectList();
    }

    private GenericExecuteSpec ofOne(String sql, Scope scope, ObligationKey key) {
        return database.sql(sql)
                .bind("unit", key.unit().value())
                .bind("period", key.period().toString())
                .bind("scope", scope.likePatterns());
    }

    @Override
    public Mono<Long> accepted(Scope scope) {
        return database.sql("SELECT count(*) AS accepted FROM obligation_accrual WHERE unit LIKE ANY(:scope)")
                .bind("scope", scope.likePatterns())
                .map(row -> Columns.number(row, "accepted"))
                .one();
    }

    private static Line line(Readable row) {
        return new Line(ObligationRow.read(row), Columns.textOrNull(row, "name"));
    }

    private static AccrualLine accrual(Readable row) {
        return new AccrualLine(
                Columns.text(row, "statement_id"),
                ObligationRow.figures(row),
                Columns.money(row, "base"),
                Columns.money(row, "carried"),
                Columns.money(row, "owed"),
                Columns.money(row, "change"),
                Columns.text(row, "accepted_by"),
                Columns.time(row, "accepted_at"));
    }

    private static CarryLine carry(Readable row) {
        return new CarryLine(
                Columns.text(row, "statement_id"),
                Columns.money(row, "carried"),
                Columns.money(row, "owed"),
                Columns.money(row, "change"),
                Columns.time(row, "carried_at"));
    }

    private static FundingLine funding(Readable row) {
        return new FundingLine(
                Columns.number(row, "id"),
                Columns.money(row, "amount"),
                Columns.date(row, "paid_on"),
                Columns.text(row, "reference"),
                Columns.text(row, "booked_by"),
                Columns.time(row, "booked_at"),
                row.get("reversal", Long.class));
    }
}
