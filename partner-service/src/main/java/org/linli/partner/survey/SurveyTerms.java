package org.linli.partner.survey;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a survey asks.
 *
 * @param unit a branch
 * @param opensOn first day on which answers are taken, in Shanghai
 * @param closesOn the last one
 */
public record SurveyTerms(
        UnitCode unit,
        String title,
        @Nullable String introduction,
        List<SurveyQuestion> questions,
        List<RespondentGroup> groups,
        Admission admission,
        LocalDate opensOn,
        LocalDate closesOn) {

    public SurveyTerms {
        questions = List.copyOf(questions);
        groups = List.copyOf(groups);
    }

    public SurveyTerms until(LocalDate later) {
        return new SurveyTerms(unit, title, introduction, questions, groups, admission, opensOn, later);
    }

    public Optional<SurveyQuestion> question(String code) {
        return questions.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
