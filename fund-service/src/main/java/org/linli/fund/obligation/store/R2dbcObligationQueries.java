package org.linli.fund.obligation.store;

import io.r2dbc.spi.Readable;
import org.linli.fund.obligation.ObligationKey;
import org.linli.fund.obligation.application.ObligationQueries;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortColumn;
import org.linli.platform.paging.SortKey;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.List;

import static org.linli.platform.paging.SortColumn.code;
import static org.linli.platform.paging.SortColumn.number;
import static org.linli.platform.paging.SortColumn.period;

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
    public Mono<Page<Line>> page(Filter filter, PageRequest page) {
        return ListQuery.of(LIST)
                .bind("scope", filter.scope())
                .bind("from", filter.periods().from())
                .bind("to", filter.periods().to())
                .filter("o.state = :state", filter.state().orElse(null))
                .page(database, page, order(filter.order()), R2dbcObligationQueries::line);
    }

    /** A number comes first, negative where the largest does, so that branch and period always ascend. */
    private static SortKey<Line> order(Order order) {
        SortColumn<Line> first = switch (order) {
            case UNIT -> number("0::bigint", line -> 0);
            case PERIOD ->
                number(
                        "replace(o.period, '-', '')::bigint",
                        line -> month(line).toString().replace("-", ""));
            case OWED -> number("-o.owed", line -> -Yuan.fen(line.obligation().owed()));
            case OUTSTANDING ->
                number("-o.outstanding", line -> -Yuan.fen(line.obligation().outstanding()));
        };
        return SortKey.ascending(
                first,
                code("o.unit", line -> line.obligation().key().unit()),
                period("o.period", R2dbcObligationQueries::month));
    }

    private static YearMonth month(Line line) {
        return line.obligation().key().period();
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
