package org.linli.partner.survey.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.survey.Admission;
import org.linli.partner.survey.RespondentGroup;
import org.linli.partner.survey.SurveyQuestion;
import org.linli.partner.survey.SurveyState;
import org.linli.partner.survey.SurveyTerms;
import org.linli.partner.survey.application.StoredSurvey;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Schema(name = "PublicSurvey", description = "A survey as everybody sees it: the form")
record PublicSurveyView(
        UUID id,
        UnitCode unit,
        @Nullable String unitName,
        String title,
        @Nullable String introduction,
        List<SurveyQuestion> questions,
        List<RespondentGroup> groups,
        Admission admission,
        LocalDate opensOn,
        LocalDate closesOn,
        @Schema(description = "OPEN or CLOSED") SurveyState state,

        @Schema(description = "Whether it takes answers today")
        boolean takesAnswers) {

    static PublicSurveyView of(StoredSurvey found, LocalDate today) {
        SurveyTerms terms = found.survey().terms();
        return new PublicSurveyView(
                found.survey().id(),
                terms.unit(),
                found.unitName(),
                terms.title(),
                terms.introduction(),
                terms.questions(),
                terms.groups(),
                terms.admission(),
                terms.opensOn(),
                terms.closesOn(),
                found.survey().state(today),
                found.survey().takesAnswers(today));
    }
}
