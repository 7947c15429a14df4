package org.linli.partner.survey.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.partner.survey.Admission;
import org.linli.partner.survey.QuestionKind;
import org.linli.partner.survey.web.SurveyRequest.ChoiceRequest;
import org.linli.partner.survey.web.SurveyRequest.QuestionRequest;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.ProblemException;
import org.linli.platform.testing.openapi.RequestExamples;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SurveyRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"draft", "edit"})
    void the_documented_example_is_taken(String handler) {
        var request = RequestExamples.of(SurveyController.class, handler, SurveyRequest.class);
        assertThat(request.toTerms().questions()).hasSize(4);
    }

    @Test
    void a_scale_has_no_options_of_its_own() {
        var scale = new QuestionRequest(
                "PLEASED", "满意吗？", QuestionKind.SCALE, false, List.of(new ChoiceRequest("1", "不满意")));
        var request = new SurveyRequest(
                "440703006107",
                "调查",
                null,
                List.of(scale),
                null,
                Admission.CODE,
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 31));
        ProblemException refused = catchThrowableOfType(ProblemException.class, request::toTerms);
        assertThat(refused.problem().errors()).extracting(FieldError::field).containsExactly("questions[0].options");
    }
}
