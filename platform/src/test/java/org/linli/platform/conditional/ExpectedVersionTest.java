package org.linli.platform.conditional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.problem.ProblemException;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExpectedVersionTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", " * "})
    void without_a_tag_any_version_will_do(String header) {
        ExpectedVersion.parse(header).check(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\""})
    void the_newest_version_passes(String header) {
        ExpectedVersion.parse(header).check(7);
    }

    @Test
    void an_older_version_is_refused_with_the_newest() {
        assertThatThrownBy(() -> ExpectedVersion.parse("\"6\"").check(7))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(HttpStatus.PRECONDITION_FAILED);
                    assertThat(refused.problem().errors().getFirst().expected()).contains("\"7\"");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"x\"", "\"1\", \"2\"", "\"9999999999999999999\""})
    void what_is_no_tag_of_ours_is_a_clear_problem(String header) {
        assertThatThrownBy(() -> ExpectedVersion.parse(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(HttpStatus.BAD_REQUEST));
    }

    @Test
    void an_answer_carries_its_tag() {
        assertThat(ExpectedVersion.answer("x", 3).getHeaders().getETag()).isEqualTo("\"3\"");
    }
}
