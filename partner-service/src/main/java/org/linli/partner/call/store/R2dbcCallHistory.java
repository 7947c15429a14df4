package org.linli.partner.call.store;

import org.linli.partner.call.application.CallHistory;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

@Repository
class R2dbcCallHistory implements CallHistory {

    private final DatabaseClient database;

    R2dbcCallHistory(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Scope scope, UUID call, Step step) {
        return database.sql("""
                        INSERT INTO open_call_history (call_id, action, actor, at, reason)
                        SELECT id, :action, :actor, :at, :reason FROM open_call
                         WHERE id = :call AND unit_code LIKE ANY(:scope)
                        """)
                .bind("action", step.action())
                .bind("actor", step.actor())
                .bind("at", step.at())
                .bind("reason", Columns.orNull(step.reason(), String.class))
                .bind("call", call)
                .bind("scope", scope.likePatterns())
                .then();
    }

    @Override
    public Mono<List<Step>> of(Scope scope, UUID call) {
        return database.sql("""
                        SELECT h.action, h.actor, h.at, h.reason
                          FROM open_call_history h JOIN open_call c ON c.id = h.call_id
                         WHERE h.call_id = :call AND c.unit_code LIKE ANY(:scope)
                         ORDER BY h.id
                        """)
                .bind("call", call)
                .bind("scope", scope.likePatterns())
                .map(row -> new Step(
                        Columns.text(row, "action"),
                        Columns.text(row, "actor"),
                        Columns.time(row, "at"),
                        Columns.textOrNull(row, "reason")))
                .all()
                .collectList();
    }
}
