package org.linli.partner.survey.result;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.survey.Answer;
import org.linli.partner.survey.QuestionKind;
import org.linli.partner.survey.RespondentGroup;
import org.linli.partner.survey.SurveyQuestion;
import org.linli.partner.survey.SurveyTerms;
import org.linli.platform.smallgroups.SmallGroups;
import org.linli.platform.text.PersonalNumbers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a closed survey came to.
 *
 * @param answers how many; absent where there are fewer than five
 * @param withheld whether there are fewer than five, of which nothing is told
 */
@Schema(name = "SurveyResult")
public record SurveyResult(
        @Nullable Integer answers, boolean withheld, List<Dimension> groups, List<QuestionResult> questions) {

    /** The groups that answers are told apart by; no columns where there would be one alone. */
    @Schema(name = "SurveyResultDimension")
    public record Dimension(String code, String text, List<Column> columns) {}

    /**
     * @param unanswered by those who were free to leave it out; absent where it is withheld, and where several may be ticked
     * @param mean of a scale; absent where it would tell what is withheld
     * @param texts of five people or more
     * @param byGroup without those that may not be told
     */
    @Schema(name = "SurveyResultQuestionResult")
    public record QuestionResult(
            String code,
            String text,
            QuestionKind kind,
            List<OptionCount> counts,
            @Nullable Integer unanswered,
            @Nullable BigDecimal mean,
            List<String> texts,
            List<GroupTable> byGroup) {}

    /** @param count absent where it is withheld */
    @Schema(name = "SurveyResultOptionCount")
    public record OptionCount(
            String option, String text, @Nullable Integer count) {}

    public static SurveyResult of(SurveyTerms terms, List<Answer> answers) {
        if (!SmallGroups.isEnough(answers.size())) {
            return new SurveyResult(null, true, List.of(), List.of());
        }
        List<Dimension> groups = terms.groups().stream()
                .map(group -> new Dimension(
                        group.code(), group.text(), MergeSmallGroups.columns(group, sizes(group, answers))))
                .toList();
        List<QuestionResult> questions = terms.questions().stream()
                .map(question -> question.hasOptions() ? counted(question, groups, answers) : told(question, answers))
                .toList();
        return new SurveyResult(answers.size(), false, groups, questions);
    }

    /** The same without words that residents wrote, which are the branch's to read. */
    public SurveyResult withoutTexts() {
        List<QuestionResult> counted = questions.stream()
                .filter(question -> question.kind() != QuestionKind.TEXT)
                .toList();
        return new SurveyResult(answers, withheld, groups, counted);
    }

    private static Map<String, Integer> sizes(RespondentGroup group, List<Answer> answers) {
        return answers.stream()
                .map(answer -> answer.groups().getOrDefault(group.code(), RespondentGroup.UNSAID))
                .collect(Collectors.toMap(value -> value, _ -> 1, Integer::sum));
    }

    private static QuestionResult counted(SurveyQuestion question, List<Dimension> groups, List<Answer> answers) {
        Totals totals = Totals.of(question, answers);
        List<OptionCount> counts = question.options().stream()
                .map(option -> new OptionCount(option.code(), option.text(), totals.of(option.code())))
                .toList();
        List<GroupTable> tables = groups.stream()
                .filter(group -> !group.columns().isEmpty())
                .flatMap(group -> GroupTable.of(question, group, answers, totals).stream())
                .toList();
        return new QuestionResult(
                question.code(),
                question.text(),
                question.kind(),
                counts,
                question.required() ? Integer.valueOf(0) : totals.of(RespondentGroup.UNSAID),
                question.kind() == QuestionKind.SCALE && totals.allTold() ? mean(totals) : null,
                List.of(),
                tables);
    }

    /**
     * Of five writers or more, in the order of the words, which tells nothing of who came first. Of fewer it is not told
     * whether anybody wrote.
     */
    private static QuestionResult told(SurveyQuestion question, List<Answer> answers) {
        List<String> texts = answers.stream()
                .flatMap(answer ->
                        java.util.stream.Stream.ofNullable(answer.texts().get(question.code())))
                .map(PersonalNumbers::hidden)
                .sorted()
                .toList();
        boolean enough = SmallGroups.isEnough(texts.size());
        int unanswered = answers.size() - texts.size();
        return new QuestionResult(
                question.code(),
                question.text(),
                question.kind(),
                List.of(),
                enough && !SmallGroups.isSmall(unanswered) ? Integer.valueOf(unanswered) : null,
                null,
                enough ? texts : List.of(),
                List.of());
    }

    private static @Nullable BigDecimal mean(Totals totals) {
        long people = 0;
        long sum = 0;
        for (Map.Entry<String, Integer> step : totals.told().entrySet()) {
            if (!step.getKey().equals(RespondentGroup.UNSAID)) {
                people += step.getValue();
                sum += (long) step.getValue() * Integer.parseInt(step.getKey());
            }
        }
        return people == 0
                ? null
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(people), 2, RoundingMode.HALF_EVEN);
    }
}
