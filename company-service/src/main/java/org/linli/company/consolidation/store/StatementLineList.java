package org.linli.company.consolidation.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.StatementKey;
import org.linli.company.consolidation.StatementLine;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.Position;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The accepted lines behind a figure, ordered by branch, period and place in the statement. */
@Repository
public class StatementLineList {

    private static final String LINES = """
            SELECT unit, period, ordinal, line, project, partner, counterparty, gross, tax, direct_cost, entries
              FROM hq_statement_line
             WHERE unit >= :low AND unit < :high AND unit LIKE ANY(:rights)
               AND period BETWEEN :from AND :to
               AND (unit, period, ordinal) > (:after_unit, :after_period, :after_ordinal)
            """;

    private static final String ORDER = " ORDER BY unit, period, ordinal LIMIT :limit";

    /** Looks the statements up for the lines of the page alone. */
    private static final String WITH_STATEMENTS = """
            SELECT l.*, (SELECT s.statement_id FROM hq_statement s WHERE s.unit = l.unit AND s.period = l.period)
              FROM (%s) AS l ORDER BY l.unit, l.period, l.ordinal
            """;

    private final DatabaseClient database;

    StatementLineList(DatabaseClient database) {
        this.database = database;
    }

    /** @param rights what the caller may see, already narrowed to the scope (or branch) asked for */
    public Mono<Page<Row>> page(Scope rights, Filter filter, PageRequest page) {
        Position after = page.after(3);
        GenericExecuteSpec statement = database.sql(filter.sql())
                .bind("from", filter.periods().from())
                .bind("to", filter.periods().to())
                .bind("after_unit", after == null ? "" : after.code(0))
                .bind("after_period", after == null ? "" : after.text(1))
                .bind("after_ordinal", after == null ? 0 : after.integer(2))
                .bind("limit", page.limit() + 1);
        return KeyRange.of(rights)
                .bind(filter.bind(statement))
                .map(StatementLineList::row)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page.limit(), row -> row.cursor(page)));
    }

    private static Row row(Readable row) {
        return new Row(
                Columns.text(row, "statement_id"),
                new StatementKey(Columns.unit(row, "unit"), Columns.period(row, "period")),
                Columns.integer(row, "ordinal"),
                AcceptedStatements.line(row, Columns.text(row, "line")));
    }

    /** What of the lines is asked for; a condition stands in the SQL only where it is asked, for the index's sake. */
    public record Filter(@Nullable String line, @Nullable String partner, PeriodRange periods) {

        String sql() {
            StringBuilder lines = new StringBuilder(LINES);
            if (line != null) {
                lines.append(" AND line = :line");
            }
            if (partner != null) {
                lines.append(isNormal() ? " AND partner = :partner" : " AND partner IN (:partner, :partnerName)");
            }
            return WITH_STATEMENTS.formatted(lines.append(ORDER));
        }

        GenericExecuteSpec bind(GenericExecuteSpec statement) {
            GenericExecuteSpec bound = line == null ? statement : statement.bind("line", line);
            if (partner == null) {
                return bound;
            }
            GenericExecuteSpec named = bound.bind("partner", partner);
            return isNormal() ? named : named.bind("partnerName", Texts.name(partner));
        }

        /** Otherwise both are asked for: what was kept before names had a normal form, and what came after. */
        private boolean isNormal() {
            return partner == null || Texts.name(partner).equals(partner);
        }
    }

    /** A line with the statement it stands in. */
    public record Row(String statementId, StatementKey key, int ordinal, StatementLine line) {

        String cursor(PageRequest page) {
            return page.cursorAfter(key.unit(), key.period(), ordinal);
        }
    }
}
