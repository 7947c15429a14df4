package org.linli.fund.ledger.application;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.linli.fund.ledger.Invariant;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import static org.assertj.core.api.Assertions.assertThat;

class InvariantWatchTest {

    private final AtomicReference<Mono<Map<Invariant, Long>>> found = new AtomicReference<>(Mono.just(Map.of()));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final InvariantWatch watch = new InvariantWatch(scope -> found.get(), metrics);

    @Test
    void is_well_while_no_invariant_is_broken() {
        check(Mono.just(Map.of(Invariant.ENTRIES_BALANCE, 0L)));
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        assertThat(violations()).isZero();
    }

    @Test
    void is_down_and_counts_once_one_is_broken_until_it_holds_again() {
        check(Mono.just(Map.of(Invariant.ENTRIES_BALANCE, 3L)));
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(violations()).isEqualTo(3);
        check(Mono.just(Map.of(Invariant.ENTRIES_BALANCE, 0L)));
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void keeps_what_it_saw_last_while_the_database_is_away() {
        check(Mono.just(Map.of(Invariant.ENTRIES_BALANCE, 3L)));
        check(Mono.error(new IllegalStateException("no connection")));
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
    }

    private void check(Mono<Map<Invariant, Long>> violations) {
        found.set(violations);
        StepVerifier.create(watch.check()).expectComplete().verify(Duration.ofSeconds(5));
    }

    private double violations() {
        return metrics.get("linli.fund.invariant.violations")
                .tag("invariant", "entries_balance")
                .gauge()
                .value();
    }
}
