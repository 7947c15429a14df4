package org.linli.company.statement.application;

import org.linli.company.statement.Statement;
import org.linli.company.statement.store.StatementChanges;
import org.linli.company.statement.store.StatementHistory.Step;
import org.linli.company.statement.store.StatementLines;
import org.linli.company.statement.store.StatementRow;
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

    private final StatementChanges changes;
    private final ReportedEntries entries;
    private final StatementLines reported;
    private final Outbox outbox;
    private final Clock clock;

    RecordStatement(
            StatementChanges changes, ReportedEntries entries, StatementLines reported, Outbox outbox, Clock clock) {
        this.changes = changes;
        this.entries = entries;
        this.reported = reported;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<StatementRow> record(Series series, Statement next, String by) {
        Series now = series.nextEvent();
        long sequence = now.sequence();
        return switch (next) {
            case Statement.Submitted submitted ->
                save(now, submitted, "SUBMITTED", by, List.of())
                        .flatMap(row -> emit(row, StatementEventsToWire.submitted(submitted, sequence)));
            case Statement.Returned returned ->
                save(now, returned, "RETURNED", by, returned.reasons())
                        .flatMap(row -> entries.release(row.id())
                                .then(emit(row, StatementEventsToWire.returned(returned, sequence))));
            case Statement.Draft draft ->
                save(now, draft, "WITHDRAWN", by, List.of())
                        .flatMap(row -> entries.release(row.id())
                                .then(emit(row, StatementEventsToWire.withdrawn(row.id(), by, sequence))));
            case Statement.Accepted accepted ->
                save(now, accepted, "ACCEPTED", by, List.of()).flatMap(row -> accept(row, accepted, sequence));
            case Statement.Discarded discarded -> save(series, discarded, "DISCARDED", by, List.of());
            case Statement.Superseded superseded -> save(series, superseded, "SUPERSEDED", by, List.of());
        };
    }

    private Mono<StatementRow> accept(StatementRow row, Statement.Accepted accepted, long sequence) {
        return reported.of(row.id())
                .flatMap(
                        lines -> emit(row, StatementEventsToWire.accepted(accepted, row.unitClass(), lines, sequence)));
    }

    private Mono<StatementRow> save(
            Series series, Statement statement, String action, String by, List<String> reasons) {
        return changes.save(series, statement, new Step(action, by, clock.instant(), reasons));
    }

    private Mono<StatementRow> emit(StatementRow row, OutgoingEvent event) {
        return outbox.append(List.of(event)).thenReturn(row);
    }
}
