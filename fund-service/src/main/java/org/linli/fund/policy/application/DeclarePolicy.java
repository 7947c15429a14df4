package org.linli.fund.policy.application;

import org.linli.fund.policy.DeclaredPolicy;
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

    /** Needs an open transaction. */
    public Mono<ReturnPolicy> declare(PolicyProposal proposal, Actor by) {
        Scope scope = Scope.of(proposal.scope().prefix());
        return known(proposal, scope)
                .then(Mono.defer(policies::lockDeclaring))
                .then(Mono.defer(() -> policies.bearingOn(scope)))
                .map(book -> book.decide(proposal).orRefuse())
                .flatMap(declared -> policies.add(scope, declared, by.subject()));
    }

    /** Changes nothing. */
    public Mono<PolicyTrial> tryOut(PolicyProposal proposal) {
        Scope scope = Scope.of(proposal.scope().prefix());
        return known(proposal, scope)
                .then(Mono.defer(() -> policies.bearingOn(scope)))
                .flatMap(book -> {
                    DeclaredPolicy declared = book.decide(proposal).orRefuse();
                    return figures.latest(scope, TRIAL_PERIODS)
                            .map(reported -> PolicyTrial.of(book, declared, reported));
                });
    }

    private Mono<Void> known(PolicyProposal proposal, Scope scope) {
        return proposal.scope().equals(PolicyScope.EVERYWHERE)
                ? Mono.empty()
                : policies.isKnown(scope)
                        .flatMap(known -> known
                                ? Mono.<Void>empty()
                                : Mono.error(new PolicyRefusal.UnknownScope(proposal)::exception));
    }
}
