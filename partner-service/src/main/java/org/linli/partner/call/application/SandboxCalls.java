package org.linli.partner.call.application;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Calls of the sandbox. */
public interface SandboxCalls {

    /** Takes a real call that is open into the sandbox, under the same id; one that was taken before stays as it is. */
    Mono<Void> take(UUID call);
}
