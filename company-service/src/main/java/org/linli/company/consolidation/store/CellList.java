package org.linli.company.consolidation.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.Figures;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.Position;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.linli.platform.unit.UnitLevel;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.YearMonth;

/** All cells under a scope, classes added up, ordered by level, scope, period and line. */
@Repository
public class CellList {

    static final String PAGE = """
            SELECT level, scope, period, line, %s
              FROM hq_line_cell
             WHERE level = ANY(:levels) AND scope >= :low AND scope < :high AND scope LIKE ANY(:rights)
               AND period BETWEEN :from AND :to
               AND (level, scope, period, line) > (:after_level, :after_scope, :after_period, :after_line)
             GROUP BY level, scope, period, line
             ORDER BY level, scope, period, line
             LIMIT :limit
            """.formatted(FigureColumns.SUMS);

    private final DatabaseClient database;

    CellList(DatabaseClient database) {
        this.database = database;
    }

    /** @param rights what the caller may see, already narrowed to the subtree asked for */
    public Mono<Page<Row>> page(Scope rights, Filter filter, PageRequest page) {
        Position after = page.after(4);
        return KeyRange.of(rights)
                .bind(bind(after, filter))
                .bind("limit", page.limit() + 1)
                .map(CellList::row)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page.limit(), row -> row.cursor(page)));
    }

    private GenericExecuteSpec bind(@Nullable Position after, Filter filter) {
        return database.sql(PAGE)
                .bind("levels", filter.levels())
                .bind("from", filter.periods().from())
                .bind("to", filter.periods().to())
                .bind("after_level", (short) (after == null ? 0 : after.integer(0)))
                .bind("after_scope", after == null ? "" : after.code(1))
                .bind("after_period", after == null ? "" : after.text(2))
                .bind("after_line", after == null ? "" : after.text(3));
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
    public record Row(UnitCode scope, YearMonth period, String line, Figures figures) {

        String cursor(PageRequest page) {
            return page.cursorAfter(scope.value().length(), scope, period, line);
        }
    }
}
