package org.linli.platform.problem;

import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.security.Role;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class AcceptedAnswerTest {

    @Autowired
    ServiceUnderTest service;

    private final String branch = Histories.freshStreet() + "101";

    @Test
    void a_command_whose_answer_would_not_be_accepted_is_not_done() {
        written("application/xml").isEqualTo(406);
        written("nonsense").isEqualTo(406);
        assertThat(notes()).isZero();
        written("text/html, */*;q=0.8").isCreated();
        assertThat(notes()).isEqualTo(1);
    }

    private StatusAssertions written(String accepted) {
        return service.http()
                .as(Role.BRANCH_CLERK, branch)
                .post()
                .uri("/api/sample/notes")
                .header("Accept", accepted)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("unit", branch, "text", "夜市", "amount", "1.20"))
                .exchange()
                .expectStatus();
    }

    private long notes() {
        return service.database().number("SELECT count(*) FROM note WHERE unit = '" + branch + "'");
    }
}
