package org.linli.fund.compliance;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Columns;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;

/** Sums of obligations by what the reader groups them by. */
@Repository
class Compliance {

    private final DatabaseClient database;

    Compliance(DatabaseClient database) {
        this.database = database;
    }

    /** Rows in the order of their key, after the given key, at most {@code limit}. */
    Mono<List<ComplianceRow>> rows(Scope scope, PeriodRange periods, Grouping by, @Nullable String after, int limit) {
        return database.sql("""
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
                        WHERE grouped.key > :after
                        ORDER BY grouped.key
                        LIMIT :limit
                        """.formatted(key(by)))
                .bind("scope", scope.likePatterns())
                .bind("from", periods.from())
                .bind("to", periods.to())
                .bind("after", after == null ? "" : after)
                .bind("limit", limit)
                .map(Compliance::row)
                .all()
                .collectList();
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
