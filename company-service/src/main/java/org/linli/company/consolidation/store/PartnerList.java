package org.linli.company.consolidation.store;

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

/** What each community partner earned within a scope. */
@Repository
public class PartnerList {

    static final String PAGE = """
            SELECT partner, %s
              FROM hq_partner_cell
             WHERE scope = :key AND scope LIKE ANY(:rights) AND partner > :after
               AND period BETWEEN :from AND :to
             GROUP BY partner ORDER BY partner LIMIT :limit
            """.formatted(FigureColumns.SUMS);

    private final DatabaseClient database;

    PartnerList(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Page<Row>> page(Scope rights, UnitCode scope, PeriodRange periods, PageRequest page) {
        Position after = page.after(1);
        return database.sql(PAGE)
                .bind("key", scope.value())
                .bind("rights", rights.likePatterns())
                .bind("after", after == null ? "" : after.text(0))
                .bind("from", periods.from())
                .bind("to", periods.to())
                .bind("limit", page.limit() + 1)
                .map(row -> new Row(Columns.text(row, "partner"), FigureColumns.read(row)))
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page.limit(), row -> page.cursorAfter(row.partner())));
    }

    /** One partner by the name that the branches entered. */
    public record Row(String partner, Figures figures) {}
}
