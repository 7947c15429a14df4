package org.linli.company.statement.store;

import org.jspecify.annotations.Nullable;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.YearMonth;

import static org.linli.platform.paging.SortColumn.text;

/** Reads pages of statements, in the order of their ids: branch, period, version. */
@Repository
public class StatementList {

    private static final SortKey<StatementRow> BY_ID = SortKey.ascending(text("id", StatementRow::id));

    private final DatabaseClient database;

    StatementList(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Page<StatementRow>> page(
            Scope scope, @Nullable YearMonth from, @Nullable YearMonth to, String state, PageRequest page) {
        return ListQuery.of(
                        "SELECT " + StatementRow.COLUMNS + " FROM revenue_statement WHERE unit_code LIKE ANY(:scope)")
                .bind("scope", scope)
                .filter("period >= :from", from)
                .filter("period <= :to", to)
                .filter("state = :state", state)
                .page(database, page, BY_ID, StatementRow::read);
    }
}
