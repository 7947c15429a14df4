package org.linli.partner.agreement.application;

import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** Accepted proposals, as agreements need them. */
public interface ProposalSource {

    /** Empty where there is none of that id that was accepted, or it lies outside the scope. */
    Mono<Accepted> find(UUID id, Scope scope);

    record Accepted(UUID id, UnitCode unit, UUID partner, String title) {}
}
