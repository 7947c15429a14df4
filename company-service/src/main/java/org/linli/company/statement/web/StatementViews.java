package org.linli.company.statement.web;

import org.linli.company.statement.StatementId;
import org.linli.company.statement.store.ReportedEntries;
import org.linli.company.statement.store.StatementHistory;
import org.linli.company.statement.store.Statements;
import org.linli.platform.problem.Problem;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts views of statements together. */
@Component
class StatementViews {

    private final Statements statements;
    private final ReportedEntries entries;
    private final StatementHistory history;

    StatementViews(Statements statements, ReportedEntries entries, StatementHistory history) {
        this.statements = statements;
        this.entries = entries;
        this.history = history;
    }

    Mono<StatementView> whole(StatementId id, Scope scope) {
        return statements
                .find(id, scope)
                .flatMap(row -> entries.lines(id)
                        .flatMap(lines -> history.of(id).map(steps -> StatementView.of(row, lines, steps))));
    }

    static RuntimeException notFound() {
        return Problem.notFound("The statement").exception();
    }
}
