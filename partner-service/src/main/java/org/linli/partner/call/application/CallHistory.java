package org.linli.partner.call.application;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who did what with a call and when; only ever added to. */
public interface CallHistory {

    /** @param action DRAFTED, EDITED, PUBLISHED, EXTENDED, CLOSED or CANCELLED */
    record Step(
            String action,
            String actor,
            Instant at,
            @Nullable String reason) {}

    Mono<Void> add(Scope scope, UUID call, Step step);

    Mono<List<Step>> of(Scope scope, UUID call);
}
