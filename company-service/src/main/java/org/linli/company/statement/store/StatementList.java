package org.linli.company.statement.store;

import org.jspecify.annotations.Nullable;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.Position;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.YearMonth;

/** Reads pages of statements, in the order of their ids: branch, period, version. */
@Repository
public class StatementList {

    private final DatabaseClient database;

    StatementList(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Page<StatementRow>> page(
            Scope scope, @Nullable YearMonth from, @Nullable YearMonth to, String state, PageRequest page) {
        Position after = page.after(1);
        return database.sql("SELECT " + StatementRow.COLUMNS + """
                         FROM revenue_statement
                        WHERE unit_code LIKE ANY(:scope)
                          AND period BETWEEN :from AND :to
                          AND (:state = '' OR state = :state)
                          AND id > :after
                        ORDER BY id
                        LIMIT :limit
                        """)
                .bind("scope", scope.likePatterns())
                .bind("from", from == null ? "0000-00" : from.toString())
                .bind("to", to == null ? "9999-99" : to.toString())
                .bind("state", state)
                .bind("after", after == null ? "" : after.text(0))
                .bind("limit", page.limit() + 1)
                .map(StatementRow::read)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page.limit(), row -> page.cursorAfter(row.id())));
    }
}
