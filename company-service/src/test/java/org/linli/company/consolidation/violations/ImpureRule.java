package org.linli.company.consolidation.violations;

import reactor.core.publisher.Mono;

/** A rule that thinks about plumbing. */
public class ImpureRule {

    public Mono<Boolean> holds() {
        return Mono.just(true);
    }
}
