package org.linli.company.statement.store;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.company.statement.StatementId;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;

/** Who did what with a statement and when; only ever added to, with what they did. */
@Repository
public class StatementHistory {

    private final DatabaseClient database;

    StatementHistory(DatabaseClient database) {
        this.database = database;
    }

    public Mono<List<Step>> of(StatementId id) {
        return database.sql(
                        "SELECT action, actor, at, reasons FROM statement_history WHERE statement_id = :id ORDER BY id")
                .bind("id", id.toString())
                .map(row -> new Step(
                        Columns.text(row, "action"),
                        Columns.text(row, "actor"),
                        Columns.time(row, "at"),
                        Columns.texts(row, "reasons")))
                .all()
                .collectList();
    }

    /** @param action DRAFTED, SUBMITTED, ACCEPTED, RETURNED, WITHDRAWN, DISCARDED or SUPERSEDED */
    @Schema(name = "StatementHistoryStep")
    public record Step(String action, String actor, Instant at, List<String> reasons) {}
}
