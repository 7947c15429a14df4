package org.linli.company.statement.application;

import org.linli.company.statement.Refusal;
import org.linli.company.statement.Statement;
import org.linli.company.statement.StatementCommand;
import org.linli.company.statement.StatementId;
import org.linli.company.statement.StatementSize;
import org.linli.company.statement.SummedLine;
import org.linli.company.statement.Totals;
import org.linli.company.statement.store.StatementChanges;
import org.linli.company.statement.store.StatementHistory.Step;
import org.linli.company.statement.store.StatementLines;
import org.linli.company.statement.store.StatementRow;
import org.linli.company.statement.store.Statements;
import org.linli.company.statement.store.Statements.Series;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Carries out commands on statements: lock the series, load, decide, record. Runs inside the caller's transaction,
 * which a refusal rolls back.
 */
@Service
public class HandleStatement {

    private final Statements statements;
    private final ReportedEntries entries;
    private final StatementLines reported;
    private final StatementChanges changes;
    private final RecordStatement record;
    private final Clock clock;

    HandleStatement(
            Statements statements,
            ReportedEntries entries,
            StatementLines reported,
            StatementChanges changes,
            RecordStatement record,
            Clock clock) {
        this.statements = statements;
        this.entries = entries;
        this.reported = reported;
        this.changes = changes;
        this.record = record;
        this.clock = clock;
    }

    /** Drafts the next statement of a branch and period; refused while one is open or nothing is new. */
    public Mono<StatementRow> draft(UnitCode unit, YearMonth period, String by) {
        return statements
                .lock(unit, period)
                .flatMap(series -> statements.standing(series).flatMap(standing -> {
                    Optional<StatementRow> open = standing.stream()
                            .filter(row -> !row.state().equals("ACCEPTED"))
                            .findFirst();
                    if (open.isPresent()) {
                        return refuse(new Refusal.AnotherIsOpen(
                                open.get().id(), open.get().state()));
                    }
                    Optional<StatementId> accepted =
                            standing.stream().map(StatementRow::id).findFirst();
                    Series next = series.nextVersion();
                    return draft(next, new Statement.Draft(next.statement(), accepted.orElse(null)), by);
                }));
    }

    private Mono<StatementRow> draft(Series series, Statement.Draft draft, String by) {
        return entries.waiting(draft.id())
                .flatMap(waiting -> waiting ? Mono.just(draft) : refuse(new Refusal.NothingToReport()))
                .flatMap(fresh -> changes.draft(series, fresh, new Step("DRAFTED", by, clock.instant(), List.of())));
    }

    /** Fixes the entries that wait, sums all that are reported and submits. */
    public Mono<StatementRow> submit(StatementId id, ExpectedVersion expected, String by, Scope scope) {
        return load(id, expected, scope)
                .flatMap(loaded -> entries.fix(id).then(entries.sum(id)).flatMap(lines -> {
                    Optional<Refusal> tooLarge = StatementSize.tooLarge(lines);
                    return tooLarge.isPresent() ? refuse(tooLarge.get()) : submit(loaded, lines, by);
                }));
    }

    private Mono<StatementRow> submit(Loaded loaded, List<SummedLine> summed, String by) {
        var lines = summed.stream().map(SummedLine::toLine).toList();
        return decide(loaded, new StatementCommand.Submit(by, Totals.of(lines)))
                .flatMap(next -> reported.save(next.id(), lines).then(record.record(loaded.series(), next, by)));
    }

    /**
     * Everything but a submission: accept, return, withdraw, discard.
     *
     * @param expected the revision that the caller saw
     */
    public Mono<StatementRow> handle(StatementId id, ExpectedVersion expected, StatementCommand command, Scope scope) {
        return load(id, expected, scope)
                .flatMap(loaded ->
                        decide(loaded, command).flatMap(next -> record.record(loaded.series(), next, command.by())));
    }

    /** Locks first and reads in a later statement, so that what was committed meanwhile is seen. */
    private Mono<Loaded> load(StatementId id, ExpectedVersion expected, Scope scope) {
        return statements
                .lock(id, scope)
                .flatMap(series -> statements
                        .find(id, scope)
                        .doOnNext(row -> expected.check(row.revision()))
                        .map(row -> new Loaded(series, row.toStatement())));
    }

    private Mono<Statement> decide(Loaded loaded, StatementCommand command) {
        return Mono.fromSupplier(
                () -> loaded.statement().decide(command, clock.instant()).orRefuse());
    }

    private static <T> Mono<T> refuse(Refusal reason) {
        return Mono.error(reason::exception);
    }

    private record Loaded(Series series, Statement statement) {}
}
