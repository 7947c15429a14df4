package org.linli.partner.survey.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.testing.openapi.RequestExamples;

import static org.assertj.core.api.Assertions.assertThat;

class SurveyRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"draft", "edit"})
    void the_documented_example_is_taken(String handler) {
        var request = RequestExamples.of(SurveyController.class, handler, SurveyRequest.class);
        assertThat(request.toTerms().questions()).hasSize(4);
    }
}
