package org.linli.company.statement.application;

import org.jspecify.annotations.Nullable;
import org.linli.company.statement.Statement;
import org.linli.company.statement.StatementId;
import org.linli.company.statement.store.StatementHistory;
import org.linli.company.statement.store.StatementLines;
import org.linli.company.statement.store.Statements;
import org.linli.company.statement.store.Statements.Series;
import org.linli.company.statement.wire.StatementEventsToWire;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;

/** Writes what a command led to: the state, its history, what it does to entries and to the statement before, its event. */
@Component
class RecordStatement {

    private final Statements statements;
    private final ReportedEntries entries;
    private final StatementLines reported;
    private final StatementHistory history;
    private final Outbox outbox;
    private final Clock clock;

    RecordStatement(
            Statements statements,
            ReportedEntries entries,
            StatementLines reported,
            StatementHistory history,
            Outbox outbox,
            Clock clock) {
        this.statements = statements;
        this.entries = entries;
        this.reported = reported;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Statement> record(Series series, Statement next, String by) {
        Series now = series.nextEvent();
        return switch (next) {
            case Statement.Submitted submitted ->
                save(submitted, "SUBMITTED", by, List.of())
                        .then(emit(now, StatementEventsToWire.submitted(submitted, now.sequence())))
                        .thenReturn(next);
            case Statement.Returned returned ->
                save(returned, "RETURNED", by, returned.reasons())
                        .then(entries.release(returned.id()))
                        .then(emit(now, StatementEventsToWire.returned(returned, now.sequence())))
                        .thenReturn(next);
            case Statement.Draft draft ->
                save(draft, "WITHDRAWN", by, List.of())
                        .then(entries.release(draft.id()))
                        .then(emit(now, StatementEventsToWire.withdrawn(draft.id(), by, now.sequence())))
                        .thenReturn(next);
            case Statement.Accepted accepted -> accept(now, accepted, by).thenReturn(next);
            case Statement.Discarded discarded ->
                save(discarded, "DISCARDED", by, List.of()).thenReturn(next);
            case Statement.Superseded superseded ->
                save(superseded, "SUPERSEDED", by, List.of()).thenReturn(next);
        };
    }

    private Mono<Void> accept(Series now, Statement.Accepted accepted, String by) {
        return supersede(accepted.supersedes(), by)
                .then(save(accepted, "ACCEPTED", by, List.of()))
                .then(statements.freezeClass(accepted.id()))
                .flatMap(unitClass -> reported.of(accepted.id())
                        .flatMap(lines -> emit(
                                now,
                                StatementEventsToWire.accepted(
                                        accepted, unitClass.isEmpty() ? null : unitClass, lines, now.sequence()))));
    }

    private Mono<Void> supersede(@Nullable StatementId before, String by) {
        return before == null
                ? Mono.empty()
                : save(new Statement.Superseded(before, null), "SUPERSEDED", by, List.of());
    }

    private Mono<Void> save(Statement statement, String action, String by, List<String> reasons) {
        return statements
                .save(statement)
                .then(history.add(statement.id(), new StatementHistory.Step(action, by, clock.instant(), reasons)));
    }

    private Mono<Void> emit(Series now, OutgoingEvent event) {
        return statements.save(now).then(outbox.append(List.of(event)));
    }
}
