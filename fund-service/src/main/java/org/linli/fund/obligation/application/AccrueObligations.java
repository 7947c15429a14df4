package org.linli.fund.obligation.application;

import org.linli.fund.ledger.application.Journal;
import org.linli.fund.obligation.AcceptedStatement;
import org.linli.fund.obligation.Accruals;
import org.linli.fund.obligation.ObligationKey;
import org.linli.fund.obligation.wire.ObligationEvents;
import org.linli.fund.obligation.wire.RevenueStatementAcceptedV1;
import org.linli.fund.policy.application.Policies;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.inbox.EventConsumer;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitLevel;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns accepted statements into obligations, journal entries and events: a batch in one transaction with its inbox
 * rows, in a fixed number of statements however many statements came.
 */
@Component
public class AccrueObligations implements EventConsumer {

    private final Policies policies;
    private final Obligations obligations;
    private final Journal journal;
    private final Outbox outbox;
    private final AccrualMetrics metrics;

    AccrueObligations(
            Policies policies, Obligations obligations, Journal journal, Outbox outbox, AccrualMetrics metrics) {
        this.policies = policies;
        this.obligations = obligations;
        this.journal = journal;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "fund.obligation";
    }

    @Override
    public Set<String> topics() {
        return Set.of(RevenueStatementAcceptedV1.TOPIC);
    }

    @Override
    public Mono<Void> apply(List<IncomingEvent> events) {
        Map<String, IncomingEvent> causes = new LinkedHashMap<>();
        List<AcceptedStatement> statements = new ArrayList<>();
        events.stream()
                .filter(event -> event.type().equals(RevenueStatementAcceptedV1.TYPE))
                .forEach(event -> {
                    AcceptedStatement statement = RevenueStatementAcceptedV1.read(event);
                    statements.add(statement);
                    causes.put(statement.id(), event);
                });
        return statements.isEmpty() ? Mono.empty() : accrue(statements, causes);
    }

    private Mono<Void> accrue(List<AcceptedStatement> statements, Map<String, IncomingEvent> causes) {
        List<ObligationKey> keys =
                statements.stream().map(AcceptedStatement::key).distinct().toList();
        Scope scope = streetsOf(keys);
        return obligations
                .lock(scope, keys)
                .zipWhen(before -> policies.bearingOn(scope))
                .map(known -> Accruals.of(statements, known.getT1(), known.getT2()))
                .flatMap(accruals -> record(scope, accruals, causes));
    }

    /** A few streets instead of hundreds of branches: each pattern is looked at for each row. */
    private static Scope streetsOf(List<ObligationKey> keys) {
        return Scope.of(keys.stream()
                .map(key -> key.unit().value().substring(0, UnitLevel.STREET.digits()))
                .toList());
    }

    private Mono<Void> record(Scope scope, Accruals accruals, Map<String, IncomingEvent> causes) {
        Mono<Void> recorded = accruals.accruals().isEmpty()
                ? Mono.empty()
                : obligations
                        .record(scope, accruals)
                        .then(journal.book(scope, accruals.entries()))
                        .then(outbox.append(events(accruals, causes)));
        return recorded.doOnSuccess(done -> metrics.count(accruals));
    }

    private static List<OutgoingEvent> events(Accruals accruals, Map<String, IncomingEvent> causes) {
        return accruals.accruals().stream()
                .map(accrual -> {
                    IncomingEvent cause = causes.get(accrual.statement().id());
                    OutgoingEvent event = ObligationEvents.accrued(accrual);
                    return cause == null ? event : event.causedBy(cause);
                })
                .toList();
    }
}
