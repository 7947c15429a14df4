package org.linli.partner.survey.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.survey.Admission;
import org.linli.partner.survey.RespondentGroup;
import org.linli.partner.survey.SurveyQuestion;
import org.linli.partner.survey.SurveyState;
import org.linli.partner.survey.SurveyTerms;
import org.linli.partner.survey.application.StoredSurvey;
import org.linli.platform.history.HistoryStep;
import org.linli.platform.smallgroups.SmallGroups;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Schema(name = "Survey", description = "A survey as its branch sees it; the history only where one survey is asked for")
record SurveyView(
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
        SurveyState state,

        @Schema(description = "Whether it takes answers today")
        boolean takesAnswers,

        @Schema(
                description =
                        "How many there are: from five on, and in steps of five until it is closed; null of fewer",
                example = "125")
        @Nullable
        Long answers,

        long version,
        String createdBy,
        Instant createdAt,
        List<HistoryStep> history) {

    static SurveyView of(StoredSurvey found, LocalDate today, List<HistoryStep> history) {
        SurveyTerms terms = found.survey().terms();
        return new SurveyView(
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
                found.survey().takesAnswers(today),
                answers(found, today),
                found.version(),
                found.createdBy(),
                found.createdAt(),
                history);
    }

    /** One that were told as it comes in would say when somebody answered who was seen to. */
    private static @Nullable Long answers(StoredSurvey found, LocalDate today) {
        if (found.answers() < SmallGroups.FEWEST) {
            return null;
        }
        boolean closed = found.survey().state(today) == SurveyState.CLOSED;
        return closed ? found.answers() : SmallGroups.inSteps(found.answers());
    }
}
