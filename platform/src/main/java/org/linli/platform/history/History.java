package org.linli.platform.history;

import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * The histories of things of one service, in a table of its own that is only ever added to: thing uuid, unit_code,
 * action, actor, at, reason, and an id that counts. In the caller's transaction.
 */
public final class History {

    private final DatabaseClient database;
    private final Clock clock;
    private final String insert;
    private final String select;

    public History(DatabaseClient database, Clock clock, String table) {
        this.database = database;
        this.clock = clock;
        this.insert = """
                INSERT INTO %s (thing, unit_code, action, actor, at, reason)
                VALUES (:thing, :unit, :action, :actor, :at, :reason)
                """.formatted(table);
        this.select = """
                SELECT action, actor, at, reason FROM %s
                 WHERE thing = :thing AND unit_code LIKE ANY(:scope) ORDER BY id DESC LIMIT 1000
                """.formatted(table);
    }

    /** @param unit that the thing, which the caller was seen to have a right over, belongs to */
    public Mono<Void> add(UUID thing, UnitCode unit, String action, String actor, @Nullable String reason) {
        return database.sql(insert)
                .bind("thing", thing)
                .bind("unit", unit.value())
                .bind("action", action)
                .bind("actor", actor)
                .bind("at", clock.instant())
                .bind("reason", Columns.orNull(reason, String.class))
                .then();
    }

    /** The last thousand, in their order. */
    public Mono<List<HistoryStep>> of(Scope scope, UUID thing) {
        return database.sql(select)
                .bind("thing", thing)
                .bind("scope", scope.likePatterns())
                .map(row -> new HistoryStep(
                        Columns.text(row, "action"),
                        Columns.text(row, "actor"),
                        Columns.time(row, "at"),
                        Columns.textOrNull(row, "reason")))
                .all()
                .collectList()
                .map(List::reversed);
    }
}
