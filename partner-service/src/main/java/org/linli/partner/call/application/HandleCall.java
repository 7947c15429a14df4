package org.linli.partner.call.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CallCommand;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.OpenCall;
import org.linli.partner.call.wire.CallEventsToWire;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.history.History;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Carries out commands on calls: lock, decide, record. Runs inside the caller's transaction, which a refusal
 * rolls back.
 */
@Service
public class HandleCall {

    private static final Role[] WRITERS = {Role.BRANCH_HEAD, Role.BRANCH_CLERK};

    private final OpenCalls calls;
    private final History steps;
    private final Outbox outbox;
    private final Clock clock;

    HandleCall(OpenCalls calls, History steps, Outbox outbox, Clock clock) {
        this.calls = calls;
        this.steps = steps;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Drafts a call; empty where the caller has no right over the unit. */
    public Mono<StoredCall> draft(CallTerms terms, Actor by) {
        return calls.add(by.scope(), terms, by.subject(), clock.instant())
                .doOnNext(added -> ActingFor.check(by, terms.unit(), WRITERS))
                .flatMap(added -> steps.add(added.call().id(), terms.unit(), "DRAFTED", by.subject(), null)
                        .thenReturn(added));
    }

    /** Empty where the caller's scope holds no such call. */
    public Mono<StoredCall> handle(UUID id, CallCommand command, ExpectedVersion expected, Actor by) {
        return calls.lock(by.scope(), id)
                .doOnNext(found -> ActingFor.check(by, found.call().terms().unit(), rolesFor(command)))
                .doOnNext(found -> expected.check(found.version()))
                .flatMap(found -> carryOut(found, command, by.subject(), by.scope()));
    }

    /** Closes a call whose deadline has passed; does nothing where somebody was faster. */
    Mono<StoredCall> closeByClock(UUID id) {
        Instant at = clock.instant();
        return calls.lock(Scope.everywhere(), id)
                .filter(found -> found.call() instanceof OpenCall.Published
                        && !found.call().takesProposals(at))
                .flatMap(found -> carryOut(found, new CallCommand.Close(), "clock", Scope.everywhere()));
    }

    private static Role[] rolesFor(CallCommand command) {
        return command instanceof CallCommand.Edit ? WRITERS : new Role[] {Role.BRANCH_HEAD};
    }

    private Mono<StoredCall> carryOut(StoredCall before, CallCommand command, String by, Scope scope) {
        return Mono.fromSupplier(
                        () -> before.call().decide(command, clock.instant()).orRefuse())
                .flatMap(next -> record(before, next, command, by, scope));
    }

    private Mono<StoredCall> record(StoredCall before, OpenCall next, CallCommand command, String by, Scope scope) {
        var events = CallEventsToWire.of(next, command, by, before.sequence() + 1);
        long sequence = before.sequence() + events.size();
        return calls.save(scope, next, before.version() + 1, sequence)
                .then(steps.add(next.id(), next.terms().unit(), action(command), by, reason(command)))
                .then(events.isEmpty() ? Mono.<Void>empty() : outbox.append(List.copyOf(events)))
                .thenReturn(new StoredCall(
                        next,
                        before.version() + 1,
                        sequence,
                        before.unitName(),
                        before.createdBy(),
                        before.createdAt()));
    }

    private static String action(CallCommand command) {
        return switch (command) {
            case CallCommand.Edit _ -> "EDITED";
            case CallCommand.Publish _ -> "PUBLISHED";
            case CallCommand.Extend _ -> "EXTENDED";
            case CallCommand.Close _ -> "CLOSED";
            case CallCommand.Cancel _ -> "CANCELLED";
        };
    }

    private static @Nullable String reason(CallCommand command) {
        return switch (command) {
            case CallCommand.Extend extend -> extend.reason();
            case CallCommand.Cancel cancel -> cancel.reason();
            case CallCommand.Edit _, CallCommand.Publish _, CallCommand.Close _ -> null;
        };
    }
}
