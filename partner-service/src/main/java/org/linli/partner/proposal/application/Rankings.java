package org.linli.partner.proposal.application;

import org.linli.partner.call.application.StoredCall;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** What reviewers make of a call's proposals. */
public interface Rankings {

    /** Keeps the ranking as it is now, for a decision to cite; empty where nobody has scored. */
    Mono<UUID> freeze(StoredCall call, String by, Instant at, Scope scope);
}
