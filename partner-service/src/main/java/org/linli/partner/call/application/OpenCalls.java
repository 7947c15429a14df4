package org.linli.partner.call.application;

import org.linli.partner.call.CallTerms;
import org.linli.partner.call.OpenCall;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All open calls. */
public interface OpenCalls {

    /** Adds a draft; empty where the unit lies outside the scope. */
    Mono<StoredCall> add(Scope scope, CallTerms terms, String by, Instant at);

    Mono<StoredCall> find(Scope scope, UUID id);

    /** The same, locked until the transaction ends. */
    Mono<StoredCall> lock(Scope scope, UUID id);

    /** Writes the state that a command led to, and counts it. */
    Mono<Void> save(Scope scope, OpenCall next, long version, long sequence);

    /** The latest first. */
    Mono<Page<StoredCall>> page(Scope scope, CallFilter filter, PageRequest page, Instant at);

    /** Published calls whose deadline has passed. */
    Mono<List<UUID>> due(Scope scope, Instant at, int limit);
}
