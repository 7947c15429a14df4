package org.linli.partner.room.application;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BookingQueueTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final BookingQueue queue = new BookingQueue();
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void a_deadlock_is_tried_again() {
        assertThat(queue.run(failing("40P01", 2)).block(SOON)).isEqualTo("done");
        assertThat(tries).hasValue(3);
    }

    @Test
    void not_for_ever() {
        Mono<String> command = queue.run(failing("40001", Integer.MAX_VALUE));
        assertThatThrownBy(() -> command.block(SOON)).isInstanceOf(R2dbcRollbackException.class);
        assertThat(tries).hasValue(5);
    }

    @Test
    void nothing_else_is_tried_again() {
        Mono<String> command = queue.run(Mono.fromCallable(() -> {
            tries.incrementAndGet();
            throw new R2dbcNonTransientResourceException("gone", "08006");
        }));
        assertThatThrownBy(() -> command.block(SOON)).isInstanceOf(R2dbcNonTransientResourceException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void six_at_a_time_and_all_in_the_end() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Mono<Integer> command = Mono.defer(() -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            return Mono.delay(Duration.ofMillis(1)).map(tick -> now.decrementAndGet());
        });
        assertThat(Flux.range(0, 500)
                        .flatMap(n -> queue.run(command), 500)
                        .count()
                        .block(SOON))
                .isEqualTo(500);
        assertThat(most).hasValueLessThanOrEqualTo(6);
    }

    private Mono<String> failing(String state, int times) {
        return Mono.fromCallable(() -> {
            if (tries.getAndIncrement() < times) {
                throw new R2dbcRollbackException("given up", state);
            }
            return "done";
        });
    }
}
