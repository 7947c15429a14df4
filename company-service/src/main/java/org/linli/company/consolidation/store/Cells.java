package org.linli.company.consolidation.store;

import org.linli.company.consolidation.Cell;
import org.linli.company.consolidation.CellChanges;
import org.linli.company.consolidation.Figures;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.Set;
import java.util.SortedMap;

/**
 * The cells, changed only by relative additions. Each kind is one statement whose rows are sorted by key, and the kinds
 * follow each other in a fixed order, so that two batches at the same time wait for each other instead of dying.
 */
@Repository
public class Cells {

    private static final String ADD_TO_LINES =
            """
            INSERT INTO hq_line_cell AS c (level, scope, period, line, unit_class, %s)
            SELECT * FROM unnest(:level::smallint[], :key::text[], :period::text[], :line::text[],
                                 :unit_class::text[], %s) AS d(level, scope)
             WHERE d.scope LIKE ANY(:rights)
            ON CONFLICT (level, scope, period, line, unit_class) DO UPDATE SET %s
            """.formatted(FigureColumns.NAMES, FigureColumns.ARRAYS, FigureColumns.ADDITIONS);

    private static final String ADD_TO_BRANCHES =
            """
            INSERT INTO hq_branch_cell AS c (scope, branch, period, %s)
            SELECT * FROM unnest(:key::text[], :branch::text[], :period::text[], %s) AS d(scope)
             WHERE d.scope LIKE ANY(:rights)
            ON CONFLICT (scope, branch, period) DO UPDATE SET %s
            """.formatted(FigureColumns.NAMES, FigureColumns.ARRAYS, FigureColumns.ADDITIONS);

    private static final String ADD_TO_PARTNERS =
            """
            INSERT INTO hq_partner_cell AS c (scope, partner, period, %s)
            SELECT * FROM unnest(:key::text[], :partner::text[], :period::text[], %s) AS d(scope)
             WHERE d.scope LIKE ANY(:rights)
            ON CONFLICT (scope, partner, period) DO UPDATE SET %s
            """.formatted(FigureColumns.NAMES, FigureColumns.ARRAYS, FigureColumns.ADDITIONS);

    /** Rows that this transaction has just changed, hence holds: their order no longer matters. */
    private static final String DROP_EMPTY_LINES = """
            DELETE FROM hq_line_cell c
             USING unnest(:level::smallint[], :key::text[], :period::text[], :line::text[], :unit_class::text[])
                   AS d(level, scope, period, line, unit_class)
             WHERE c.level = d.level AND c.scope = d.scope AND c.period = d.period AND c.line = d.line
               AND c.unit_class = d.unit_class AND c.scope LIKE ANY(:rights) AND %s
            """.formatted(FigureColumns.ALL_ZERO);

    private static final String DROP_EMPTY_BRANCHES = """
            DELETE FROM hq_branch_cell c
             USING unnest(:key::text[], :branch::text[], :period::text[]) AS d(scope, branch, period)
             WHERE c.scope = d.scope AND c.branch = d.branch AND c.period = d.period
               AND c.scope LIKE ANY(:rights) AND %s
            """.formatted(FigureColumns.ALL_ZERO);

    private static final String DROP_EMPTY_PARTNERS = """
            DELETE FROM hq_partner_cell c
             USING unnest(:key::text[], :partner::text[], :period::text[]) AS d(scope, partner, period)
             WHERE c.scope = d.scope AND c.partner = d.partner AND c.period = d.period
               AND c.scope LIKE ANY(:rights) AND %s
            """.formatted(FigureColumns.ALL_ZERO);

    private final DatabaseClient database;

    Cells(DatabaseClient database) {
        this.database = database;
    }

    /** Adds the changes inside the caller's transaction; cells that end up as nothing disappear. */
    public Mono<Void> add(Scope rights, CellChanges delta) {
        SortedMap<Cell.OfLine, Figures> lines = delta.lines();
        SortedMap<Cell.OfBranch, Figures> branches = delta.branches();
        SortedMap<Cell.OfPartner, Figures> partners = delta.partners();
        Mono<Void> added = run(rights, lines, lineKeys(ADD_TO_LINES, lines.keySet()), true)
                .then(run(rights, branches, branchKeys(ADD_TO_BRANCHES, branches.keySet()), true))
                .then(run(rights, partners, partnerKeys(ADD_TO_PARTNERS, partners.keySet()), true));
        return delta.isSubtracting()
                ? added.then(run(rights, lines, lineKeys(DROP_EMPTY_LINES, lines.keySet()), false))
                        .then(run(rights, branches, branchKeys(DROP_EMPTY_BRANCHES, branches.keySet()), false))
                        .then(run(rights, partners, partnerKeys(DROP_EMPTY_PARTNERS, partners.keySet()), false))
                : added;
    }

    private static Mono<Void> run(
            Scope rights, SortedMap<?, Figures> changes, GenericExecuteSpec statement, boolean withFigures) {
        if (changes.isEmpty()) {
            return Mono.empty();
        }
        GenericExecuteSpec bound = statement.bind("rights", rights.likePatterns());
        return (withFigures ? FigureColumns.bind(bound, changes.values()) : bound).then();
    }

    private GenericExecuteSpec lineKeys(String sql, Set<Cell.OfLine> cells) {
        return keys(sql, cells)
                .bind(
                        "level",
                        cells.stream()
                                .map(cell -> (short) cell.scope().value().length())
                                .toArray(Short[]::new))
                .bind("line", Columns.texts(cells, Cell.OfLine::line))
                .bind("unit_class", Columns.texts(cells, Cell.OfLine::unitClass));
    }

    private GenericExecuteSpec branchKeys(String sql, Set<Cell.OfBranch> cells) {
        return keys(sql, cells).bind("branch", Columns.texts(cells, Cell.OfBranch::branch));
    }

    private GenericExecuteSpec partnerKeys(String sql, Set<Cell.OfPartner> cells) {
        return keys(sql, cells).bind("partner", Columns.texts(cells, Cell.OfPartner::partner));
    }

    private <C extends Cell> GenericExecuteSpec keys(String sql, Set<C> cells) {
        return database.sql(sql)
                .bind("key", Columns.texts(cells, Cell::scope))
                .bind("period", Columns.texts(cells, Cell::period));
    }
}
