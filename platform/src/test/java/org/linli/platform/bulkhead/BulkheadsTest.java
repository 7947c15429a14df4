package org.linli.platform.bulkhead;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.paging.Exports;
import org.linli.platform.paging.Page;
import org.linli.platform.problem.ProblemException;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Of heavy work so much runs, a little waits, and the rest is told when to come again. */
class BulkheadsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Bulkheads bulkheads =
            new Bulkheads(new BulkheadProperties(1, 1, Map.of()), new SimpleMeterRegistry());

    @AfterEach
    void close() throws Exception {
        bulkheads.destroy();
    }

    @Test
    void one_runs_one_waits_and_the_third_is_refused_before_it_is_begun() {
        Sinks.One<String> first = Sinks.one();
        AtomicInteger begun = new AtomicInteger();
        CompletableFuture<String> running = started(first.asMono(), begun);
        CompletableFuture<String> waiting = started(Mono.just("second"), begun);

        assertThatThrownBy(() -> bulkheads
                        .run("papers", counted(Mono.just("third"), begun))
                        .block(PATIENCE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        busy -> assertThat(busy.problem().slug()).isEqualTo("capacity-reached"));
        assertThat(waiting).isNotDone();

        first.tryEmitValue("first");
        assertThat(running.join()).isEqualTo("first");
        assertThat(waiting.join()).isEqualTo("second");
        assertThat(begun).hasValue(2);
    }

    @Test
    void hanging_up_gives_no_place_back_before_the_work_has_ended() {
        Sinks.One<String> first = Sinks.one();
        AtomicInteger begun = new AtomicInteger();
        Disposable caller =
                bulkheads.run("papers", counted(first.asMono(), begun)).subscribe();
        CompletableFuture<String> waiting = started(Mono.just("second"), begun);
        Mono<String> third = bulkheads.run("papers", counted(Mono.just("third"), begun));

        caller.dispose();

        assertThatThrownBy(() -> third.block(PATIENCE)).isInstanceOf(ProblemException.class);
        first.tryEmitValue("first");
        assertThat(waiting.join()).isEqualTo("second");
        assertThat(third.block(PATIENCE)).isEqualTo("third");
    }

    @Test
    void work_of_one_kind_holds_up_no_other_kind() {
        CompletableFuture<String> stuck = started(Mono.never(), new AtomicInteger());

        assertThat(bulkheads.run("imports", Mono.just("done")).block(PATIENCE)).isEqualTo("done");
        assertThat(stuck).isNotDone();
    }

    @Test
    void a_failure_and_an_empty_answer_pass_as_they_are() {
        StepVerifier.create(bulkheads.run("papers", Mono.error(new IllegalStateException("torn"))))
                .expectErrorMessage("torn")
                .verify(PATIENCE);
        StepVerifier.create(bulkheads.run("papers", Mono.empty()))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void an_export_reads_one_page_ahead_of_its_reader_and_no_more() {
        AtomicInteger pages = new AtomicInteger();
        Flux<List<Integer>> file = Objects.requireNonNull(new Exports(bulkheads)
                .pages(request -> Mono.fromSupplier(
                        () -> new Page<>(List.of(pages.incrementAndGet()), pages.get() == 5 ? null : "next")))
                .block(PATIENCE));

        StepVerifier.create(file, 2)
                .expectNext(List.of(1), List.of(2))
                .then(() -> assertThat(pages.get()).isLessThanOrEqualTo(3))
                .thenRequest(10)
                .expectNext(List.of(3), List.of(4), List.of(5))
                .expectComplete()
                .verify(PATIENCE);
    }

    private CompletableFuture<String> started(Mono<String> work, AtomicInteger begun) {
        return bulkheads.run("papers", counted(work, begun)).toFuture();
    }

    private static Mono<String> counted(Mono<String> work, AtomicInteger begun) {
        return Mono.defer(() -> {
            begun.incrementAndGet();
            return work;
        });
    }
}
