package org.linli.company.statement.store;

import org.jspecify.annotations.Nullable;
import org.linli.company.statement.StatementId;
import org.linli.company.statement.StatementLine;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The lines of statements that the caller has found or locked already. */
@Repository
public class StatementLines {

    private final DatabaseClient database;

    StatementLines(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> save(StatementId id, List<StatementLine> lines) {
        return database.sql("DELETE FROM statement_line WHERE statement_id = :id")
                .bind("id", id.toString())
                .then()
                .then(database.sql("""
                                INSERT INTO statement_line
                                SELECT :id, * FROM unnest(:positions::int[], :lines::text[], :projects::text[],
                                    :partners::text[], :counterparties::text[], :grosses::bigint[], :taxes::bigint[],
                                    :costs::bigint[], :counts::int[])
                                """)
                        .bind("id", id.toString())
                        .bind(
                                "positions",
                                IntStream.range(0, lines.size()).boxed().toArray(Integer[]::new))
                        .bind("lines", column(lines, String[]::new, StatementLine::line))
                        .bind("projects", column(lines, String[]::new, StatementLine::project))
                        .bind("partners", column(lines, String[]::new, StatementLine::partner))
                        .bind(
                                "counterparties",
                                column(
                                        lines,
                                        String[]::new,
                                        line -> line.counterparty() == null
                                                ? null
                                                : line.counterparty().value()))
                        .bind(
                                "grosses",
                                column(
                                        lines,
                                        Long[]::new,
                                        line -> Yuan.fen(line.totals().gross())))
                        .bind(
                                "taxes",
                                column(
                                        lines,
                                        Long[]::new,
                                        line -> Yuan.fen(line.totals().tax())))
                        .bind(
                                "costs",
                                column(
                                        lines,
                                        Long[]::new,
                                        line -> Yuan.fen(line.totals().directCost())))
                        .bind(
                                "counts",
                                column(
                                        lines,
                                        Integer[]::new,
                                        line -> line.totals().entries()))
                        .then());
    }

    public Mono<List<StatementLine>> of(StatementId id) {
        return database.sql("SELECT * FROM statement_line WHERE statement_id = :id ORDER BY position")
                .bind("id", id.toString())
                .map(row -> new StatementLine(
                        Columns.text(row, "line"),
                        row.get("project", String.class),
                        row.get("partner", String.class),
                        UnitCode.parse(row.get("counterparty", String.class)).orElse(null),
                        StatementRow.totals(row)))
                .all()
                .collectList();
    }

    private static <T> @Nullable T[] column(
            List<StatementLine> lines, IntFunction<@Nullable T[]> array, Function<StatementLine, @Nullable T> value) {
        return lines.stream().map(value).toArray(array);
    }
}
