package org.linli.fund.compliance;

import io.r2dbc.spi.Readable;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import static org.linli.platform.paging.SortColumn.text;

/** Sums of obligations by what the reader groups them by. */
@Repository
class Compliance {

    private static final String SUMS = """
            WITH grouped AS (
                SELECT %s AS key,
                       sum(base)::bigint AS base,
                       sum(carried)::bigint AS carried,
                       sum(assessed)::bigint AS assessed,
                       sum(assessed * rate) AS demanded,
                       min(rate) AS lowest_rate,
                       sum(owed)::bigint AS owed,
                       sum(funded)::bigint AS funded,
                       sum(outstanding)::bigint AS outstanding,
                       sum(credit)::bigint AS credit,
                       count(*) AS obligations
                FROM return_obligation
                WHERE unit LIKE ANY(:scope) AND period BETWEEN :from AND :to
                GROUP BY 1)
            SELECT grouped.*, unit.name
            FROM grouped LEFT JOIN unit ON unit.code = grouped.key
            WHERE true
            """;
    private static final SortKey<ComplianceRow> BY_KEY = SortKey.ascending(text("grouped.key", ComplianceRow::key));

    private final DatabaseClient database;

    Compliance(DatabaseClient database) {
        this.database = database;
    }

    /** In the order of what they are grouped by. */
    Mono<Page<ComplianceRow>> page(Scope scope, PeriodRange periods, Grouping by, PageRequest page) {
        return ListQuery.of(SUMS.formatted(key(by)))
                .bind("scope", scope)
                .bind("from", periods.from())
                .bind("to", periods.to())
                .page(database, page, BY_KEY, Compliance::row);
    }

    private static String key(Grouping by) {
        return switch (by) {
            case BRANCH -> "unit";
            case STREET -> "left(unit, 9)";
            case DISTRICT -> "left(unit, 6)";
            case CITY -> "left(unit, 4)";
            case PERIOD -> "period";
            case TOTAL -> "'total' COLLATE \"C\"";
        };
    }

    private static ComplianceRow row(Readable row) {
        return ComplianceRow.of(
                Columns.text(row, "key"),
                Columns.textOrNull(row, "name"),
                new Sums(
                        Columns.money(row, "base"),
                        Columns.money(row, "carried"),
                        Columns.money(row, "assessed"),
                        Columns.decimal(row, "demanded").movePointLeft(2),
                        Columns.decimal(row, "lowest_rate"),
                        Columns.money(row, "owed"),
                        Columns.money(row, "funded"),
                        Columns.money(row, "outstanding"),
                        Columns.money(row, "credit"),
                        Columns.number(row, "obligations")));
    }
}
