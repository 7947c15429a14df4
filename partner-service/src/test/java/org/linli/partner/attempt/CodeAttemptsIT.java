package org.linli.partner.attempt;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.problem.ProblemException;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Looks at codes on a real database: in a row, at once, and of who is locked out. */
@LinliTest
class CodeAttemptsIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Autowired
    CodeAttempts attempts;

    @Autowired
    TestDatabase database;

    private String caller;

    @BeforeEach
    void somebody() {
        caller = UUID.randomUUID().toString();
    }

    @Test
    void a_look_under_way_counts_as_a_wrong_one_until_it_is_known_to_be_right() {
        Sinks.Empty<String> found = Sinks.empty();
        var underWay = IntStream.range(0, CodeAttempts.MOST_WRONG)
                .mapToObj(_ -> look(found.asMono()).toFuture())
                .toList();
        untilCounted(CodeAttempts.MOST_WRONG);
        isRefused(LIMIT);
        assertThat(found.tryEmitEmpty().isSuccess()).isTrue();
        underWay.forEach(one -> assertThat(one).succeedsWithin(LIMIT));
        assertThat(counted("tried")).isZero();
        assertThat(look(Mono.just("right")).block(LIMIT)).isEqualTo("right");
    }

    @Test
    void who_is_locked_out_is_refused_without_the_database() throws SQLException {
        IntStream.range(0, CodeAttempts.MOST_WRONG).forEach(_ -> isWrong());
        try (Connection other = held()) {
            isRefused(Duration.ofMillis(900));
            other.rollback();
        }
        assertThat(counted("tried")).isEqualTo(CodeAttempts.MOST_WRONG);
        assertThat(counted("wrong")).isEqualTo(CodeAttempts.MOST_WRONG);
    }

    @Test
    void nobody_waits_long_for_the_count_of_a_caller() throws SQLException {
        isWrong();
        try (Connection other = held()) {
            isRefused(LIMIT);
            other.rollback();
        }
        assertThat(look(Mono.just("right")).block(LIMIT)).isEqualTo("right");
    }

    private Mono<String> look(Mono<String> work) {
        return attempts.look("a test", caller, work, NoCode.class::isInstance);
    }

    private void isWrong() {
        assertThatThrownBy(() -> look(Mono.error(new NoCode())).block(LIMIT)).isInstanceOf(NoCode.class);
    }

    private void isRefused(Duration within) {
        assertThatThrownBy(() -> look(Mono.just("right")).block(within))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("too-many-attempts");
    }

    /** A transaction of somebody else that holds the caller's count. */
    private Connection held() throws SQLException {
        Connection other = database.connect();
        other.setAutoCommit(false);
        try (var statement = other.createStatement()) {
            statement.execute("SELECT 1 FROM code_attempt WHERE caller = '" + caller + "' FOR UPDATE");
        }
        return other;
    }

    private void untilCounted(int looks) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (counted("tried") < looks && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(counted("tried")).isEqualTo(looks);
    }

    private long counted(String column) {
        return database.number(
                "SELECT coalesce(sum(" + column + "), 0) FROM code_attempt WHERE caller = '" + caller + "'");
    }

    private static final class NoCode extends RuntimeException {}
}
