package org.linli.fund;

import org.junit.jupiter.api.Test;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.openapi.CommittedDocument;
import org.linli.platform.testing.openapi.OpenApiGuard;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The document says in both languages what each call does, with an example of it and of each problem. */
@LinliTest
class OpenApiIT {

    @Autowired
    ServiceUnderTest service;

    @Test
    void every_call_and_every_problem_is_described_with_an_example() {
        byte[] document = service.http()
                .anonymous()
                .get()
                .uri("/api/fund/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(OpenApiGuard.faults(JsonMapper.shared().readTree(document))).isEmpty();
    }

    @Test
    void is_the_committed_one() {
        CommittedDocument.check(service, "fund");
    }
}
