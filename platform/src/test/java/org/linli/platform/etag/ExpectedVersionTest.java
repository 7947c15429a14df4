package org.linli.platform.etag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.problem.ProblemException;
import org.springframework.http.HttpStatus;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExpectedVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"*", " * "})
    void without_a_tag_any_version_will_do(String header) {
        ExpectedVersion.parse(List.of()).check(7);
        ExpectedVersion.parse(List.of(header)).check(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "\"6\", \"7\"", "\"7\",\"8\",", "W/\"6\", \"7\""})
    void the_newest_version_passes_alone_or_as_one_of_several(String header) {
        ExpectedVersion.parse(List.of(header)).check(7);
    }

    @Test
    void the_present_one_may_stand_beside_tags_of_others() {
        ExpectedVersion.parse(List.of("\"x\", \"7\"")).check(7);
    }

    @Test
    void several_headers_are_one_list() {
        ExpectedVersion.parse(List.of("\"6\"", "\"7\"")).check(7);
    }

    /** A weak tag says that two answers are alike, not the same: RFC 9110, 13.1.1. */
    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"5\", \"6\"", "W/\"7\"", "\"7-gzip\"", "\"x\"", "\"9999999999999999999\""})
    void an_older_version_and_a_weak_tag_are_refused_with_the_newest(String header) {
        assertThatThrownBy(() -> ExpectedVersion.parse(List.of(header)).check(7))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(HttpStatus.PRECONDITION_FAILED);
                    assertThat(refused.problem().errors().getFirst().expected()).contains("\"7\"");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "\"1\" \"2\"", ",", "*, \"1\""})
    void what_is_no_tag_is_a_clear_problem(String header) {
        assertThatThrownBy(() -> ExpectedVersion.parse(List.of(header)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(HttpStatus.BAD_REQUEST));
    }

    @Test
    void an_answer_carries_its_tag() {
        assertThat(ExpectedVersion.answer("x", 3).getHeaders().getETag()).isEqualTo("\"3\"");
    }
}
