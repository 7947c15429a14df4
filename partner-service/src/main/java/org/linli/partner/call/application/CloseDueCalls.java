package org.linli.partner.call.application;

import org.linli.platform.unit.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;

/**
 * Closes published calls when their deadline has passed, and so tells others by event. Nothing waits for it: such a call
 * takes no proposal anyway. Several may run at once; each call is closed by one of them.
 */
@Component
public class CloseDueCalls {

    private static final Logger log = LoggerFactory.getLogger(CloseDueCalls.class);
    private static final int AT_ONCE = 100;

    private final OpenCalls calls;
    private final HandleCall handle;
    private final TransactionalOperator transaction;
    private final Clock clock;

    CloseDueCalls(OpenCalls calls, HandleCall handle, TransactionalOperator transaction, Clock clock) {
        this.calls = calls;
        this.handle = handle;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${linli.partner.calls.close-first:20s}",
            fixedDelayString = "${linli.partner.calls.close-every:30s}")
    public Mono<Void> close() {
        return calls.due(Scope.everywhere(), clock.instant(), AT_ONCE)
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> handle.closeByClock(id).as(transaction::transactional))
                .doOnError(failure -> log.warn("Closing due calls is tried again in a moment: {}", failure.toString()))
                .onErrorComplete()
                .then();
    }
}
