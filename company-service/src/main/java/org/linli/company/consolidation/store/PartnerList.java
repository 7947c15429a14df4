package org.linli.company.consolidation.store;

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

import static org.linli.platform.paging.SortColumn.text;

/** What each community partner earned within a scope. */
@Repository
public class PartnerList {

    static final String SUMS = """
            SELECT partner, %s
              FROM hq_partner_cell
             WHERE scope = :key AND scope LIKE ANY(:rights) AND period BETWEEN :from AND :to {filters}
             GROUP BY partner
            """.formatted(FigureColumns.SUMS);
    static final SortKey<Row> BY_NAME = SortKey.ascending(text("partner", Row::partner));

    private final DatabaseClient database;

    PartnerList(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Page<Row>> page(Scope rights, UnitCode scope, PeriodRange periods, PageRequest page) {
        return ListQuery.of(SUMS)
                .bind("key", scope)
                .bind("rights", rights)
                .bind("from", periods.from())
                .bind("to", periods.to())
                .page(database, page, BY_NAME, row -> new Row(Columns.text(row, "partner"), FigureColumns.read(row)));
    }

    /** One partner by the name that the branches entered. */
    public record Row(String partner, Figures figures) {}
}
