package org.linli.fund.obligation.application;

import org.linli.fund.ledger.application.Journal;
import org.linli.fund.obligation.AcceptedStatement;
import org.linli.fund.obligation.Accruals;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.ObligationKey;
import org.linli.fund.obligation.wire.ObligationEvents;
import org.linli.fund.obligation.wire.RevenueStatementAcceptedV1;
import org.linli.fund.policy.PolicyBook;
import org.linli.fund.policy.application.Policies;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.inbox.EventConsumer;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.linli.platform.unit.UnitLevel;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
        return policies.bearingOn(scope)
                .zipWhen(book -> before(scope, keys, book))
                .map(known -> Accruals.of(statements, known.getT2(), known.getT1()))
                .flatMap(accruals -> record(scope, accruals, causes));
    }

    /** Whole years where a negative base may be carried: their branches wait for each other, new months included. */
    private Mono<List<Obligation>> before(Scope scope, List<ObligationKey> keys, PolicyBook book) {
        List<UnitCode> carrying = keys.stream()
                .map(ObligationKey::unit)
                .distinct()
                .filter(book::mayCarry)
                .toList();
        return carrying.isEmpty()
                ? obligations.lock(scope, keys)
                : obligations.lockYears(scope, carrying).then(obligations.lock(scope, withTheirYears(keys, carrying)));
    }

    private static List<ObligationKey> withTheirYears(List<ObligationKey> keys, List<UnitCode> carrying) {
        return keys.stream()
                .flatMap(key -> carrying.contains(key.unit()) ? key.monthsOfItsYear() : Stream.of(key))
                .distinct()
                .toList();
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
                .flatMap(accrual -> {
                    IncomingEvent cause = causes.get(accrual.statement().id());
                    Stream<OutgoingEvent> told = ObligationEvents.accrued(accrual);
                    return cause == null ? told : told.map(event -> event.causedBy(cause));
                })
                .toList();
    }
}
