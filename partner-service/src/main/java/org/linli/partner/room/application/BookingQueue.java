package org.linli.partner.room.application;

import org.linli.platform.failure.TransientFailures;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolBuilder;
import reactor.util.retry.Retry;

import java.time.Duration;

/**
 * Where commands on bookings wait for their turn: in order, holding no connection, so that a rush on a few slots leaves
 * the pool to others. A full queue is a 429. What PostgreSQL gave up to resolve a deadlock or a serialization failure is
 * tried again a few times.
 */
@Component
public class BookingQueue {

    /** Fewer than the pool has connections. */
    private static final int AT_ONCE = 6;

    private static final int MOST_WAITING = 2_000;
    private static final int RETRIES = 4;

    private final InstrumentedPool<Object> turns = PoolBuilder.from(Mono.fromSupplier(Object::new))
            .sizeBetween(0, AT_ONCE)
            .maxPendingAcquire(MOST_WAITING)
            .buildPool();

    /** @param command with its own transaction inside */
    public <T> Mono<T> run(Mono<T> command) {
        Mono<T> retried = command.retryWhen(Retry.backoff(RETRIES, Duration.ofMillis(20))
                .filter(TransientFailures::isConflict)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
        return turns.withPoolable(turn -> retried)
                .next()
                .onErrorMap(
                        PoolAcquirePendingLimitException.class,
                        full -> Problem.of("busy", HttpStatus.TOO_MANY_REQUESTS, "Too many are booking at the moment")
                                .detail("Send it again with the same Idempotency-Key.")
                                .exception());
    }
}
