package org.linli.company.consolidation.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.StatementKey;
import org.linli.company.consolidation.StatementLine;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import static org.linli.platform.paging.SortColumn.code;
import static org.linli.platform.paging.SortColumn.integer;
import static org.linli.platform.paging.SortColumn.period;

/** The accepted lines behind a figure, ordered by branch, period and place in the statement. */
@Repository
public class StatementLineList {

    /** Looks the statements up for the lines of the page alone. */
    static final String LINES = """
            SELECT l.*, (SELECT s.statement_id FROM hq_statement s WHERE s.unit = l.unit AND s.period = l.period)
              FROM (SELECT unit, period, ordinal, line, project, partner, counterparty, gross, tax, direct_cost, entries
                      FROM hq_statement_line
                     WHERE unit >= :low AND unit < :high AND unit LIKE ANY(:rights)
                       AND period BETWEEN :from AND :to {filters} {page}) AS l
             ORDER BY l.unit, l.period, l.ordinal
            """;

    static final SortKey<Row> BY_PLACE = SortKey.ascending(
            code("unit", row -> row.key().unit()),
            period("period", row -> row.key().period()),
            integer("ordinal", Row::ordinal));

    private final DatabaseClient database;

    StatementLineList(DatabaseClient database) {
        this.database = database;
    }

    /** @param rights what the caller may see, already narrowed to the scope (or branch) asked for */
    public Mono<Page<Row>> page(Scope rights, Filter filter, PageRequest page) {
        ListQuery lines = ListQuery.of(LINES)
                .bind(KeyRange.of(rights).values())
                .bind("from", filter.periods().from())
                .bind("to", filter.periods().to())
                .filter("line = :line", filter.line());
        return (filter.isNormal()
                        ? lines.filter("partner = :partner", filter.partner())
                        : lines.filter("partner IN (:partner, :name)", filter.partner(), filter.name()))
                .page(database, page, BY_PLACE, StatementLineList::row);
    }

    private static Row row(Readable row) {
        return new Row(
                Columns.text(row, "statement_id"),
                new StatementKey(Columns.unit(row, "unit"), Columns.period(row, "period")),
                Columns.integer(row, "ordinal"),
                AcceptedStatements.line(row, Columns.text(row, "line")));
    }

    /** What of the lines is asked for. */
    public record Filter(@Nullable String line, @Nullable String partner, PeriodRange periods) {

        /** Otherwise both are asked for: what was kept before names had a normal form, and what came after. */
        private boolean isNormal() {
            return name().equals(partner);
        }

        private String name() {
            return partner == null ? "" : Texts.name(partner);
        }
    }

    /** A line with the statement it stands in. */
    public record Row(String statementId, StatementKey key, int ordinal, StatementLine line) {}
}
