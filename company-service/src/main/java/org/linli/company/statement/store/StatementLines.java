package org.linli.company.statement.store;

import org.linli.company.statement.StatementId;
import org.linli.company.statement.StatementLine;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;
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
                        .bind("lines", Columns.texts(lines, StatementLine::line))
                        .bind("projects", Columns.texts(lines, StatementLine::project))
                        .bind("partners", Columns.texts(lines, StatementLine::partner))
                        .bind("counterparties", Columns.texts(lines, StatementLine::counterparty))
                        .bind(
                                "grosses",
                                Columns.fen(lines, line -> line.totals().gross()))
                        .bind("taxes", Columns.fen(lines, line -> line.totals().tax()))
                        .bind("costs", Columns.fen(lines, line -> line.totals().directCost()))
                        .bind(
                                "counts",
                                Columns.array(
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
}
