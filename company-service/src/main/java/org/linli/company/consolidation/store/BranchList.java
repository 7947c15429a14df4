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
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What each branch brings to a scope, eliminated as at that scope. */
@Repository
public class BranchList {

    static final String PAGE = """
            SELECT c.*, u.name, u.unit_class
              FROM (SELECT branch, %s
                      FROM hq_branch_cell
                     WHERE scope = :key AND scope LIKE ANY(:rights) AND branch > :after
                       AND period BETWEEN :from AND :to
                     GROUP BY branch ORDER BY branch LIMIT :limit) AS c
              LEFT JOIN hq_unit u ON u.code = c.branch
             ORDER BY c.branch
            """.formatted(FigureColumns.SUMS);

    private final DatabaseClient database;

    BranchList(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Page<Row>> page(Scope rights, UnitCode scope, PeriodRange periods, PageRequest page) {
        Position after = page.after(1);
        return database.sql(PAGE)
                .bind("key", scope.value())
                .bind("rights", rights.likePatterns())
                .bind("after", after == null ? "" : after.code(0))
                .bind("from", periods.from())
                .bind("to", periods.to())
                .bind("limit", page.limit() + 1)
                .map(BranchList::row)
                .all()
                .collectList()
                .map(rows -> Page.of(
                        rows, page.limit(), row -> page.cursorAfter(row.branch().value())));
    }

    private static Row row(Readable row) {
        return new Row(
                Columns.unit(row, "branch"),
                row.get("name", String.class),
                row.get("unit_class", String.class),
                FigureColumns.read(row));
    }

    /** One branch; name and present class as the registry last told them. */
    public record Row(
            UnitCode branch,
            @Nullable String name,
            @Nullable String unitClass,
            Figures figures) {}
}
