package org.linli.partner.call.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CallCommand;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.Decision;
import org.linli.partner.call.OpenCall;
import org.linli.partner.call.wire.CallEventsToWire;
import org.linli.platform.conditional.ExpectedVersion;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Carries out commands on calls: lock, decide, record, in the caller's transaction or one of its own. */
@Service
public class HandleCall {

    private static final Role[] WRITERS = {Role.BRANCH_HEAD, Role.BRANCH_CLERK};

    private final OpenCalls calls;
    private final CallHistory history;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    HandleCall(OpenCalls calls, CallHistory history, Outbox outbox, TransactionalOperator transaction, Clock clock) {
        this.calls = calls;
        this.history = history;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Drafts a call; empty where the caller has no right over the unit. */
    public Mono<RecordedCall> draft(CallTerms terms, Actor by) {
        Instant at = clock.instant();
        return calls.add(by.scope(), terms, by.subject(), at)
                .doOnNext(added -> ActingFor.check(by, terms.unit(), WRITERS))
                .flatMap(added -> history.add(
                                by.scope(), added.call().id(), new CallHistory.Step("DRAFTED", by.subject(), at, null))
                        .thenReturn(added))
                .as(transaction::transactional);
    }

    /** Empty where the caller's scope holds no such call. */
    public Mono<RecordedCall> handle(UUID id, CallCommand command, ExpectedVersion expected, Actor by) {
        return calls.lock(by.scope(), id)
                .doOnNext(found -> ActingFor.check(by, found.call().terms().unit(), rolesFor(command)))
                .doOnNext(found -> expected.check(found.version()))
                .flatMap(found -> carryOut(found, command, by.subject(), by.scope()))
                .as(transaction::transactional);
    }

    /** Closes a call whose deadline has passed; does nothing where somebody was faster. */
    Mono<RecordedCall> closeByClock(UUID id) {
        Instant at = clock.instant();
        return calls.lock(Scope.everywhere(), id)
                .filter(found -> found.call() instanceof OpenCall.Published
                        && !found.call().takesProposals(at))
                .flatMap(found -> carryOut(found, new CallCommand.Close(), "clock", Scope.everywhere()))
                .as(transaction::transactional);
    }

    private static Role[] rolesFor(CallCommand command) {
        return command instanceof CallCommand.Edit ? WRITERS : new Role[] {Role.BRANCH_HEAD};
    }

    private Mono<RecordedCall> carryOut(RecordedCall before, CallCommand command, String by, Scope scope) {
        Instant at = clock.instant();
        return switch (before.call().decide(command, at)) {
            case Decision.Done(OpenCall next) -> record(before, next, command, new Stamp(by, at), scope);
            case Decision.Refused(var reason) -> Mono.error(() -> new RefusedException(reason));
        };
    }

    private Mono<RecordedCall> record(
            RecordedCall before, OpenCall next, CallCommand command, Stamp stamp, Scope scope) {
        var events = CallEventsToWire.of(next, command, stamp.by(), before.sequence() + 1);
        long sequence = before.sequence() + events.size();
        var step = new CallHistory.Step(action(command), stamp.by(), stamp.at(), reason(command));
        return calls.save(scope, next, before.version() + 1, sequence)
                .then(history.add(scope, next.id(), step))
                .then(events.isEmpty() ? Mono.<Void>empty() : outbox.append(List.copyOf(events)))
                .thenReturn(new RecordedCall(
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

    private record Stamp(String by, Instant at) {}
}
