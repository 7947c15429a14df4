package org.linli.partner.lists.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.testing.openapi.RequestExamples;

import static org.assertj.core.api.Assertions.assertThat;

class ResourceExampleTest {

    @ParameterizedTest
    @ValueSource(strings = {"add", "edit"})
    void the_documented_example_is_taken(String handler) {
        var request = RequestExamples.of(ResourceController.class, handler, ResourceRequest.class);
        assertThat(request.toTerms().title()).isEqualTo("退休书法老师");
    }
}
