package org.linli.fund.ledger.application;

import org.linli.fund.ledger.Invariant;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.util.Map;

/** Counts how often each invariant is broken for the branches of a scope, all at one moment. */
public interface Invariants {

    Mono<Map<Invariant, Long>> violations(Scope scope);
}
