package org.linli.samples.fund.policy;

import reactor.core.publisher.Mono;

/** A rule that knows of its transport. */
public class ReactivePolicy {

    public Mono<String> rate() {
        return Mono.just("0.2000");
    }
}
