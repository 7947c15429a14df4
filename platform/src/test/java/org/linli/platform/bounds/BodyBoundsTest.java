package org.linli.platform.bounds;

import org.junit.jupiter.api.Test;
import org.linli.platform.problem.ProblemException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import java.time.Duration;

/** A body is read as long as it comes on, and not a byte beyond what its route takes. */
class BodyBoundsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(20);

    @Test
    void a_body_within_the_bound_passes_whole() {
        StepVerifier.create(bounds(10, Duration.ofHours(1), Duration.ofHours(1)).on(Flux.just(bytes(4), bytes(6))))
                .expectNextCount(2)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void a_body_ends_at_the_first_byte_too_many_and_no_more_of_it_is_asked_for() {
        TestPublisher<DataBuffer> body = TestPublisher.create();

        StepVerifier.create(bounds(10, Duration.ofHours(1), Duration.ofHours(1)).on(body.flux()))
                .then(() -> body.next(bytes(10)))
                .expectNextCount(1)
                .then(() -> body.next(bytes(1)))
                .expectErrorMatches(failure -> isProblem(failure, "body-too-large"))
                .verify(PATIENCE);
        body.assertCancelled();
    }

    @Test
    void a_body_that_never_comes_is_given_up() {
        StepVerifier.create(bounds(10, Duration.ofHours(1)).on(Flux.never()))
                .expectErrorMatches(failure -> isProblem(failure, "body-too-slow"))
                .verify(PATIENCE);
    }

    @Test
    void a_body_that_trickles_is_given_up() {
        Flux<DataBuffer> trickle = Flux.interval(Duration.ofMillis(5)).map(tick -> bytes(1));

        StepVerifier.create(bounds(1_000_000, Duration.ofHours(1)).on(trickle).then())
                .expectErrorMatches(failure -> isProblem(failure, "body-too-slow"))
                .verify(PATIENCE);
    }

    @Test
    void a_body_that_comes_on_is_given_up_when_its_whole_time_is_over() {
        Flux<DataBuffer> steady = Flux.interval(Duration.ofMillis(1)).map(tick -> bytes(2000));

        StepVerifier.create(bounds(Integer.MAX_VALUE, Duration.ofMillis(100))
                        .on(steady)
                        .then())
                .expectErrorMatches(failure -> isProblem(failure, "body-too-slow"))
                .verify(PATIENCE);
    }

    private static BodyBounds bounds(int bytes, Duration whole) {
        return bounds(bytes, whole, STEP);
    }

    private static BodyBounds bounds(int bytes, Duration whole, Duration step) {
        return new BodyBounds(bytes, whole, new BoundsProperties(step, DataSize.ofBytes(1000), Duration.ofSeconds(30)));
    }

    private static DataBuffer bytes(int size) {
        return DefaultDataBufferFactory.sharedInstance.wrap(new byte[size]);
    }

    private static boolean isProblem(Throwable failure, String slug) {
        return failure instanceof ProblemException known
                && known.problem().slug().equals(slug);
    }
}
