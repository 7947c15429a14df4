package org.linli.company.consolidation.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.Figures;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.linli.platform.unit.UnitLevel;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.YearMonth;

import static org.linli.platform.paging.SortColumn.code;
import static org.linli.platform.paging.SortColumn.integer;
import static org.linli.platform.paging.SortColumn.period;
import static org.linli.platform.paging.SortColumn.text;

/** All cells under a scope, classes added up, ordered by level, scope, period and line. */
@Repository
public class CellList {

    static final String SUMS = """
            SELECT level, scope, period, line, %s
              FROM hq_line_cell
             WHERE level = ANY(:levels) AND scope >= :low AND scope < :high AND scope LIKE ANY(:rights)
               AND period BETWEEN :from AND :to {filters}
             GROUP BY level, scope, period, line
            """.formatted(FigureColumns.SUMS);
    static final SortKey<Row> BY_SCOPE = SortKey.ascending(
            integer("level", row -> row.scope().value().length()),
            code("scope", Row::scope),
            period("period", Row::period),
            text("line", Row::line));

    private final DatabaseClient database;

    CellList(DatabaseClient database) {
        this.database = database;
    }

    /** @param rights what the caller may see, already narrowed to the subtree asked for */
    public Mono<Page<Row>> page(Scope rights, Filter filter, PageRequest page) {
        return ListQuery.of(SUMS)
                .bind(KeyRange.of(rights).values())
                .bind("levels", filter.levels())
                .bind("from", filter.periods().from())
                .bind("to", filter.periods().to())
                .page(database, page, BY_SCOPE, CellList::row);
    }

    private static Row row(Readable row) {
        return new Row(
                Columns.unit(row, "scope"),
                Columns.period(row, "period"),
                Columns.text(row, "line"),
                FigureColumns.read(row));
    }

    /**
     * What of the cells is asked for.
     *
     * @param level only scopes of this level; all levels where absent
     */
    public record Filter(@Nullable UnitLevel level, PeriodRange periods) {

        private static final Short[] ALL = {4, 6, 9, 12};

        Short[] levels() {
            return level == null ? ALL : new Short[] {(short) level.digits()};
        }
    }

    /** One figure of one scope, period and business line. */
    public record Row(UnitCode scope, YearMonth period, String line, Figures figures) {}
}
