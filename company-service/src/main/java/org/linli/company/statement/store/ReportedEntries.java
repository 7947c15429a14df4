package org.linli.company.statement.store;

import org.linli.company.statement.StatementId;
import org.linli.company.statement.StatementLine;
import org.linli.company.statement.SummedLine;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.stream.IntStream;

/** Ties entries to the statement that reports them, and sums them into its lines. */
@Repository
public class ReportedEntries {

    private final DatabaseClient database;

    ReportedEntries(DatabaseClient database) {
        this.database = database;
    }

    /** Whether entries of that branch and period wait to be reported. */
    public Mono<Boolean> waiting(StatementId id) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM revenue_entry
                                       WHERE unit_code = :unit AND period = :period
                                         AND reported_version IS NULL AND withdrawn_at IS NULL)
                        """)
                .bind("unit", id.unit().value())
                .bind("period", id.period().toString())
                .mapValue(Boolean.class)
                .one();
    }

    /** Fixes all waiting entries to this statement. */
    public Mono<Void> fix(StatementId id) {
        return database.sql("""
                        UPDATE revenue_entry SET reported_version = :version
                        WHERE unit_code = :unit AND period = :period
                          AND reported_version IS NULL AND withdrawn_at IS NULL
                        """)
                .bind("version", id.version())
                .bind("unit", id.unit().value())
                .bind("period", id.period().toString())
                .then();
    }

    /** Lets the entries go that this statement was the first to report. */
    public Mono<Void> release(StatementId id) {
        return database.sql("""
                        UPDATE revenue_entry SET reported_version = NULL
                        WHERE unit_code = :unit AND period = :period AND reported_version = :version
                        """)
                .bind("version", id.version())
                .bind("unit", id.unit().value())
                .bind("period", id.period().toString())
                .then();
    }

    /**
     * The full picture that this statement gives: all entries reported up to it. Sums are read as decimals, since
     * many large entries may exceed what a statement can hold.
     */
    public Mono<List<SummedLine>> sum(StatementId id) {
        return database.sql("""
                        SELECT line, project, partner, counterparty, sum(gross) AS gross, sum(tax) AS tax,
                               sum(direct_cost) AS direct_cost, count(*)::int AS entries
                        FROM revenue_entry
                        WHERE unit_code = :unit AND period = :period AND reported_version <= :version
                        GROUP BY line, project, partner, counterparty
                        ORDER BY line, project, partner, counterparty
                        """)
                .bind("unit", id.unit().value())
                .bind("period", id.period().toString())
                .bind("version", id.version())
                .map(row -> new SummedLine(
                        Columns.text(row, "line"),
                        row.get("project", String.class),
                        row.get("partner", String.class),
                        UnitCode.parse(row.get("counterparty", String.class)).orElse(null),
                        Columns.decimal(row, "gross"),
                        Columns.decimal(row, "tax"),
                        Columns.decimal(row, "direct_cost"),
                        Columns.integer(row, "entries")))
                .all()
                .collectList();
    }

    public Mono<Void> saveLines(StatementId id, List<StatementLine> lines) {
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

    public Mono<List<StatementLine>> lines(StatementId id) {
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
