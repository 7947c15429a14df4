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
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import static org.linli.platform.paging.SortColumn.code;

/** What each branch brings to a scope, eliminated as at that scope. */
@Repository
public class BranchList {

    static final String SUMS = """
            SELECT c.*, u.name, u.unit_class
              FROM (SELECT branch, %s
                      FROM hq_branch_cell
                     WHERE scope = :key AND scope LIKE ANY(:rights) AND period BETWEEN :from AND :to {filters}
                     GROUP BY branch {page}) AS c
              LEFT JOIN hq_unit u ON u.code = c.branch
             ORDER BY c.branch
            """.formatted(FigureColumns.SUMS);
    static final SortKey<Row> BY_CODE = SortKey.ascending(code("branch", Row::branch));

    private final DatabaseClient database;

    BranchList(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Page<Row>> page(Scope rights, UnitCode scope, PeriodRange periods, PageRequest page) {
        return ListQuery.of(SUMS)
                .bind("key", scope)
                .bind("rights", rights)
                .bind("from", periods.from())
                .bind("to", periods.to())
                .page(database, page, BY_CODE, BranchList::row);
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
