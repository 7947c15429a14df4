package org.linli.fund.policy.application;

import org.linli.fund.policy.PolicyBook;
import org.linli.fund.policy.PolicyDecision;
import org.linli.fund.policy.PolicyProposal;
import org.linli.fund.policy.PolicyRefusal;
import org.linli.fund.policy.PolicyScope;
import org.linli.fund.policy.PolicyTrial;
import org.linli.fund.policy.ReturnPolicy;
import org.linli.platform.security.Actor;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Declares a policy inside the caller's transaction, or tells what it would change. */
@Component
public class DeclarePolicy {

    /** A trial looks at the figures of a year. */
    private static final int TRIAL_PERIODS = 12;

    private final Policies policies;
    private final ReportedFigures figures;

    DeclarePolicy(Policies policies, ReportedFigures figures) {
        this.policies = policies;
        this.figures = figures;
    }

    /** What came of a proposal. */
    public sealed interface Outcome {

        record Declared(ReturnPolicy policy) implements Outcome {}

        record Tried(PolicyTrial trial) implements Outcome {}

        record Refused(PolicyRefusal reason) implements Outcome {}

        /** No unit has this code or lies below it, so that the policy would bind nobody. */
        record UnknownScope() implements Outcome {}
    }

    /** Needs an open transaction. */
    public Mono<Outcome> declare(PolicyProposal proposal, Actor by) {
        Scope scope = Scope.of(proposal.scope().prefix());
        Mono<Outcome> decided = policies.lockDeclaring()
                .then(policies.bearingOn(scope))
                .map(book -> book.decide(proposal))
                .flatMap(decision -> switch (decision) {
                    case PolicyDecision.Declared declared ->
                        policies.add(scope, declared, by.subject()).map(Outcome.Declared::new);
                    case PolicyDecision.Refused(PolicyRefusal reason) -> Mono.just(new Outcome.Refused(reason));
                });
        return ofKnown(proposal.scope(), scope, decided);
    }

    private Mono<Outcome> ofKnown(PolicyScope asked, Scope scope, Mono<Outcome> work) {
        return asked.equals(PolicyScope.EVERYWHERE)
                ? work
                : policies.isKnown(scope).flatMap(known -> known ? work : Mono.just(new Outcome.UnknownScope()));
    }

    /** Changes nothing. */
    public Mono<Outcome> tryOut(PolicyProposal proposal) {
        Scope scope = Scope.of(proposal.scope().prefix());
        Mono<Outcome> tried = policies.bearingOn(scope).flatMap(book -> switch (book.decide(proposal)) {
            case PolicyDecision.Declared declared -> trial(book, declared, scope);
            case PolicyDecision.Refused(PolicyRefusal reason) -> Mono.just(new Outcome.Refused(reason));
        });
        return ofKnown(proposal.scope(), scope, tried);
    }

    private Mono<Outcome> trial(PolicyBook book, PolicyDecision.Declared declared, Scope scope) {
        return figures.latest(scope, TRIAL_PERIODS)
                .map(reported -> new Outcome.Tried(PolicyTrial.of(book, declared, reported)));
    }
}
