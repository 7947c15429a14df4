package org.linli.company.statement.web;

import org.linli.company.statement.StatementId;
import org.linli.company.statement.store.StatementHistory;
import org.linli.company.statement.store.StatementLines;
import org.linli.company.statement.store.Statements;
import org.linli.platform.problem.Problem;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts views of statements together. */
@Component
class StatementViews {

    private final Statements statements;
    private final StatementLines reported;
    private final StatementHistory history;

    StatementViews(Statements statements, StatementLines reported, StatementHistory history) {
        this.statements = statements;
        this.reported = reported;
        this.history = history;
    }

    Mono<StatementView> whole(StatementId id, Scope scope) {
        return statements
                .find(id, scope)
                .flatMap(row -> reported.of(id)
                        .flatMap(lines -> history.of(id).map(steps -> StatementView.of(row, lines, steps))));
    }

    static RuntimeException notFound() {
        return Problem.notFound("The statement").exception();
    }
}
