package org.linli.platform.testing.openapi;

import org.junit.jupiter.api.Test;
import org.linli.platform.testing.ServiceUnderTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The document says in both languages what each call does, with an example of it and of each problem. */
public abstract class OpenApiContract {

    @Autowired
    ServiceUnderTest service;

    private final String name;

    /** @param name the service's, as in its paths */
    protected OpenApiContract(String name) {
        this.name = name;
    }

    @Test
    void every_call_and_every_problem_is_described_with_an_example() {
        assertThat(OpenApiGuard.faults(document())).isEmpty();
    }

    @Test
    void every_example_of_a_request_is_what_its_schema_takes() {
        assertThat(DocumentedRequests.faultsOfExamples(document())).isEmpty();
    }

    @Test
    void is_the_committed_one() {
        CommittedDocument.check(service, name);
    }

    private JsonNode document() {
        byte[] document = service.http()
                .anonymous()
                .get()
                .uri("/api/" + name + "/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(document);
    }
}
