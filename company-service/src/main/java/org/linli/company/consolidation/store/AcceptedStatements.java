package org.linli.company.consolidation.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.AcceptedStatement;
import org.linli.company.consolidation.StatementKey;
import org.linli.company.consolidation.StatementLine;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accepted statement that counts for each branch and period, with its lines. */
@Repository
public class AcceptedStatements {

    private static final String CURRENT = """
            SELECT s.unit, s.period, s.statement_id, s.version, s.unit_class, s.accepted_at,
                   l.line, l.project, l.partner, l.counterparty, l.gross, l.tax, l.direct_cost, l.entries
              FROM unnest(:unit::text[], :period::text[]) AS k(unit, period)
              JOIN hq_statement s ON s.unit = k.unit AND s.period = k.period
              LEFT JOIN hq_statement_line l ON l.unit = s.unit AND l.period = s.period
             WHERE s.unit LIKE ANY(:rights)
             ORDER BY s.unit, s.period, l.ordinal
            """;

    private static final String DELETE_LINES = """
            DELETE FROM hq_statement_line l
             USING unnest(:unit::text[], :period::text[]) AS k(unit, period)
             WHERE l.unit = k.unit AND l.period = k.period AND l.unit LIKE ANY(:rights)
            """;

    private static final String WRITE = """
            INSERT INTO hq_statement (unit, period, statement_id, version, unit_class, accepted_at)
            SELECT s.unit, s.period, s.statement_id, s.version, s.unit_class, s.accepted_at::timestamptz
              FROM unnest(:unit::text[], :period::text[], :statement_id::text[], :version::bigint[],
                          :unit_class::text[], :accepted_at::text[])
                   AS s(unit, period, statement_id, version, unit_class, accepted_at)
             WHERE s.unit LIKE ANY(:rights)
            ON CONFLICT (unit, period) DO UPDATE
               SET statement_id = EXCLUDED.statement_id, version = EXCLUDED.version,
                   unit_class = EXCLUDED.unit_class, accepted_at = EXCLUDED.accepted_at
            """;

    private static final String WRITE_LINES = """
            INSERT INTO hq_statement_line (unit, period, ordinal, line, project, partner, counterparty,
                                           gross, tax, direct_cost, entries)
            SELECT * FROM unnest(:unit::text[], :period::text[], :ordinal::bigint[], :line::text[], :project::text[],
                                 :partner::text[], :counterparty::text[], :gross::bigint[], :tax::bigint[],
                                 :direct_cost::bigint[], :entries::bigint[]) AS l(unit)
             WHERE l.unit LIKE ANY(:rights)
            """;

    private final DatabaseClient database;

    AcceptedStatements(DatabaseClient database) {
        this.database = database;
    }

    /** What counts so far for these branches and periods; nothing for those that have no accepted statement yet. */
    public Mono<List<AcceptedStatement>> current(Scope rights, Collection<StatementKey> keys) {
        return database.sql(CURRENT)
                .bind("unit", Columns.texts(keys, StatementKey::unit))
                .bind("period", Columns.texts(keys, StatementKey::period))
                .bind("rights", rights.likePatterns())
                .map(AcceptedStatements::row)
                .all()
                .collectList()
                .map(AcceptedStatements::assembled);
    }

    /** Writes statements with their lines; the lines of the superseded ones go. */
    public Mono<Void> write(Scope rights, Collection<StatementKey> superseded, List<AcceptedStatement> statements) {
        Mono<Void> makeWay = superseded.isEmpty() ? Mono.empty() : deleteLines(rights, superseded);
        return statements.isEmpty()
                ? makeWay
                : makeWay.then(writeHeads(rights, statements)).then(writeLines(rights, statements));
    }

    private Mono<Void> deleteLines(Scope rights, Collection<StatementKey> keys) {
        return database.sql(DELETE_LINES)
                .bind("unit", Columns.texts(keys, StatementKey::unit))
                .bind("period", Columns.texts(keys, StatementKey::period))
                .bind("rights", rights.likePatterns())
                .then();
    }

    private Mono<Void> writeHeads(Scope rights, List<AcceptedStatement> statements) {
        return database.sql(WRITE)
                .bind("unit", Columns.texts(statements, each -> each.key().unit()))
                .bind("period", Columns.texts(statements, each -> each.key().period()))
                .bind("statement_id", Columns.texts(statements, AcceptedStatement::statementId))
                .bind("version", Columns.numbers(statements, AcceptedStatement::version))
                .bind("unit_class", Columns.texts(statements, AcceptedStatement::unitClass))
                .bind("accepted_at", Columns.texts(statements, AcceptedStatement::acceptedAt))
                .bind("rights", rights.likePatterns())
                .then();
    }

    private Mono<Void> writeLines(Scope rights, List<AcceptedStatement> statements) {
        List<LineRow> rows = new ArrayList<>();
        for (AcceptedStatement statement : statements) {
            int ordinal = 0;
            for (StatementLine line : statement.lines()) {
                rows.add(new LineRow(statement.key(), ++ordinal, line));
            }
        }
        return rows.isEmpty() ? Mono.empty() : writeRows(rights, rows);
    }

    private Mono<Void> writeRows(Scope rights, List<LineRow> rows) {
        return database.sql(WRITE_LINES)
                .bind("unit", Columns.texts(rows, row -> row.key().unit()))
                .bind("period", Columns.texts(rows, row -> row.key().period()))
                .bind("ordinal", Columns.numbers(rows, LineRow::ordinal))
                .bind("line", Columns.texts(rows, row -> row.line().line()))
                .bind("project", Columns.texts(rows, row -> row.line().project()))
                .bind("partner", Columns.texts(rows, row -> row.line().partner()))
                .bind("counterparty", Columns.texts(rows, row -> row.line().counterparty()))
                .bind(
                        "gross",
                        Columns.numbers(
                                rows, row -> Yuan.fen(row.line().measures().gross())))
                .bind(
                        "tax",
                        Columns.numbers(
                                rows, row -> Yuan.fen(row.line().measures().tax())))
                .bind(
                        "direct_cost",
                        Columns.numbers(
                                rows, row -> Yuan.fen(row.line().measures().directCost())))
                .bind(
                        "entries",
                        Columns.numbers(rows, row -> row.line().measures().entries()))
                .bind("rights", rights.likePatterns())
                .then();
    }

    private static List<AcceptedStatement> assembled(List<Row> rows) {
        Map<StatementKey, AcceptedStatement> heads = new LinkedHashMap<>();
        Map<StatementKey, List<StatementLine>> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            heads.putIfAbsent(row.head().key(), row.head());
            List<StatementLine> own = lines.computeIfAbsent(row.head().key(), key -> new ArrayList<>());
            if (row.line() != null) {
                own.add(row.line());
            }
        }
        return heads.values().stream()
                .map(head -> new AcceptedStatement(
                        head.statementId(),
                        head.key(),
                        head.version(),
                        head.unitClass(),
                        head.acceptedAt(),
                        lines.getOrDefault(head.key(), List.of())))
                .toList();
    }

    private static Row row(Readable row) {
        StatementKey key = new StatementKey(Columns.unit(row, "unit"), Columns.period(row, "period"));
        AcceptedStatement head = new AcceptedStatement(
                Columns.text(row, "statement_id"),
                key,
                Columns.integer(row, "version"),
                row.get("unit_class", String.class),
                Columns.time(row, "accepted_at"),
                List.of());
        String line = row.get("line", String.class);
        return new Row(head, line == null ? null : line(row, line));
    }

    static StatementLine line(Readable row, String line) {
        return new StatementLine(
                line,
                row.get("project", String.class),
                row.get("partner", String.class),
                UnitCode.parse(row.get("counterparty", String.class)).orElse(null),
                FigureColumns.measures(row, ""));
    }

    private record LineRow(StatementKey key, int ordinal, StatementLine line) {}

    private record Row(AcceptedStatement head, @Nullable StatementLine line) {}
}
