package org.linli.platform.query;

import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.security.Role;
import org.linli.platform.testing.TestHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import java.util.Map;

/** An address is held to its route's parameters, and a command to tags that there are. */
@SampleTest
class UnknownParametersTest {

    private static final String UNIT = "440703006107";

    @Autowired
    TestHttp http;

    @Test
    void a_slip_in_a_filters_name_is_told_and_does_not_answer_with_everything() {
        get("?form=2026-01")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("form")
                .jsonPath("$.errors[0].reason")
                .isEqualTo("no parameter of this address");
    }

    @Test
    void an_address_without_parameters_is_served() {
        get("").expectStatus().isOk();
    }

    @Test
    void if_match_where_nothing_has_a_tag_is_never_met() {
        http.as(Role.BRANCH_CLERK, UNIT)
                .post()
                .uri("/api/sample/notes")
                .header("If-Match", "\"1\"")
                .bodyValue(Map.of("unit", UNIT, "text", "夜市", "amount", "1.00"))
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://linli.org/problems/no-version");
    }

    @Test
    void no_answer_is_called_a_problem_because_its_reader_would_take_one() {
        http.as(Role.HQ, UNIT.substring(0, 9))
                .get()
                .uri("/api/sample/notes/" + UNIT)
                .header("Accept", "application/problem+json, application/json;q=0.5")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("application/json");
    }

    private ResponseSpec get(String query) {
        return http.as(Role.HQ, UNIT.substring(0, 9))
                .get()
                .uri("/api/sample/notes/" + UNIT + query)
                .exchange();
    }
}
