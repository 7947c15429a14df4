package org.linli.company.consolidation.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.linli.company.consolidation.AcceptedStatement;
import org.linli.company.consolidation.ConsolidationUpdate;
import org.linli.company.consolidation.StatementKey;
import org.linli.company.consolidation.store.AcceptedStatements;
import org.linli.company.consolidation.store.Cells;
import org.linli.company.consolidation.store.ProgressMarks;
import org.linli.company.consolidation.wire.RevenueStatementAcceptedV1;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.inbox.EventConsumer;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds accepted statements to the consolidation, a batch at a time and inside the inbox's transaction: what the batch
 * supersedes is subtracted, what it brings is added, and nothing else is touched.
 */
@Component
public class ConsolidateStatements implements EventConsumer {

    public static final String NAME = "company.consolidation";

    /** Events are the whole truth of every street, whoever reads the figures later. */
    private static final Scope ALL = Scope.everywhere();

    private final AcceptedStatements statements;
    private final Cells cells;
    private final ProgressMarks progress;
    private final Clock clock;
    private final Timer lag;
    private final Counter taken;

    ConsolidateStatements(
            AcceptedStatements statements, Cells cells, ProgressMarks progress, Clock clock, MeterRegistry metrics) {
        this.statements = statements;
        this.cells = cells;
        this.progress = progress;
        this.clock = clock;
        this.lag = Timer.builder("linli.consolidation.lag")
                .description("From a statement's acceptance to its figures")
                .register(metrics);
        this.taken = Counter.builder("linli.consolidation.statements")
                .description("Accepted versions taken into the consolidation, rebuilds included")
                .register(metrics);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(RevenueStatementAcceptedV1.TOPIC);
    }

    @Override
    public Mono<Void> apply(List<IncomingEvent> events) {
        return Mono.defer(() -> takeIn(accepted(events)));
    }

    private Mono<Void> takeIn(List<AcceptedStatement> batch) {
        if (batch.isEmpty()) {
            return Mono.empty();
        }
        Set<StatementKey> keys = new LinkedHashSet<>();
        batch.forEach(statement -> keys.add(statement.key()));
        return statements
                .current(ALL, keys)
                .map(current -> ConsolidationUpdate.of(current, batch))
                .flatMap(this::record)
                .then(Mono.deferContextual(context -> Mono.fromRunnable(() -> measure(batch, context))));
    }

    /** The city's progress row is shared by all batches: taken first, it makes them queue instead of colliding. */
    private Mono<Void> record(ConsolidationUpdate succession) {
        return progress.add(ALL, succession.progress(), clock.instant())
                .then(cells.add(ALL, succession.delta()))
                .then(statements.write(ALL, succession.superseded(), succession.written()));
    }

    private void measure(List<AcceptedStatement> batch, ContextView context) {
        taken.increment(batch.size());
        if (!context.hasKey(RebuildConsolidation.REBUILDING)) {
            Instant now = clock.instant();
            batch.forEach(statement -> lag.record(positive(Duration.between(statement.acceptedAt(), now))));
        }
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static List<AcceptedStatement> accepted(List<IncomingEvent> events) {
        return events.stream()
                .filter(event -> event.type().equals(RevenueStatementAcceptedV1.TYPE))
                .map(event -> event.as(RevenueStatementAcceptedV1.class).toDomain())
                .toList();
    }
}
