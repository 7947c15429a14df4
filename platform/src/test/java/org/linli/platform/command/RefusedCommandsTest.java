package org.linli.platform.command;

import org.junit.jupiter.api.Test;
import org.linli.platform.decision.RefusalReason;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class RefusedCommandsTest {

    private sealed interface Late extends RefusalReason {
        record ByDays(int days) implements Late {}
    }

    private record Unsaid() implements RefusalReason {}

    private static final class LateProblems implements RefusalProblems<Late> {
        @Override
        public Problem of(Late reason) {
            return switch (reason) {
                case Late.ByDays late -> Problem.conflict("late", "Late by " + late.days() + " days");
            };
        }
    }

    private final RefusedCommands filter = new RefusedCommands(Stream.of(new LateProblems()));

    @Test
    void a_refusal_is_told_in_the_words_of_its_feature() {
        failing(new Late.ByDays(3).exception())
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                told -> assertThat(told.problem())
                                        .isEqualTo(Problem.conflict("late", "Late by 3 days"))))
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void a_refusal_that_nobody_has_words_for_is_a_fault_of_ours() {
        failing(new Unsaid().exception())
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("Unsaid"))
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void other_failures_pass() {
        failing(new IllegalArgumentException("other"))
                .expectErrorMessage("other")
                .verify(Duration.ofSeconds(5));
    }

    private StepVerifier.FirstStep<Void> failing(RuntimeException failure) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/notes"));
        return StepVerifier.create(filter.filter(exchange, handled -> Mono.error(failure)));
    }
}
