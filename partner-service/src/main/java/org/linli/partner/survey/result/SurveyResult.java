package org.linli.partner.survey.result;

import org.jspecify.annotations.Nullable;
import org.linli.partner.survey.Answer;
import org.linli.partner.survey.GroupAsked;
import org.linli.partner.survey.QuestionKind;
import org.linli.partner.survey.SurveyQuestion;
import org.linli.partner.survey.SurveyTerms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a closed survey came to.
 *
 * @param answers how many
 * @param withheld whether there are fewer than five, of which nothing is told
 */
public record SurveyResult(int answers, boolean withheld, List<Dimension> groups, List<QuestionResult> questions) {

    /** The groups that answers are told apart by; no columns where there would be one alone. */
    public record Dimension(String code, String text, List<Column> columns) {}

    /** @param unanswered by those who were free to leave it out */
    public record QuestionResult(
            String code,
            String text,
            QuestionKind kind,
            List<OptionCount> counts,
            int unanswered,
            @Nullable BigDecimal mean,
            List<String> texts,
            List<GroupTable> byGroup) {}

    public record OptionCount(String option, String text, int count) {}

    public static SurveyResult of(SurveyTerms terms, List<Answer> answers) {
        if (answers.size() < Threshold.FEWEST) {
            return new SurveyResult(answers.size(), true, List.of(), List.of());
        }
        List<Dimension> groups = terms.groups().stream()
                .map(group -> new Dimension(group.code(), group.text(), Fold.columns(group, sizes(group, answers))))
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

    private static Map<String, Integer> sizes(GroupAsked group, List<Answer> answers) {
        return answers.stream()
                .map(answer -> answer.groups().getOrDefault(group.code(), GroupAsked.UNSAID))
                .collect(Collectors.toMap(value -> value, _ -> 1, Integer::sum));
    }

    private static QuestionResult counted(SurveyQuestion question, List<Dimension> groups, List<Answer> answers) {
        List<OptionCount> counts = question.options().stream()
                .map(option -> new OptionCount(
                        option.code(), option.text(), GroupTable.count(answers, question.code(), option.code())))
                .toList();
        int unanswered = (int) answers.stream()
                .filter(answer -> !answer.choices().containsKey(question.code()))
                .count();
        List<GroupTable> tables = groups.stream()
                .filter(group -> !group.columns().isEmpty())
                .map(group -> GroupTable.of(question, group, answers))
                .toList();
        return new QuestionResult(
                question.code(),
                question.text(),
                question.kind(),
                counts,
                unanswered,
                question.kind() == QuestionKind.SCALE ? mean(counts) : null,
                List.of(),
                tables);
    }

    /** In the order of the words, which tells nothing of who came first. */
    private static QuestionResult told(SurveyQuestion question, List<Answer> answers) {
        List<String> texts = answers.stream()
                .flatMap(answer ->
                        java.util.stream.Stream.ofNullable(answer.texts().get(question.code())))
                .map(Words::withoutNumbers)
                .sorted()
                .toList();
        return new QuestionResult(
                question.code(),
                question.text(),
                question.kind(),
                List.of(),
                answers.size() - texts.size(),
                null,
                texts,
                List.of());
    }

    private static @Nullable BigDecimal mean(List<OptionCount> counts) {
        int people = counts.stream().mapToInt(OptionCount::count).sum();
        long sum = counts.stream()
                .mapToLong(one -> (long) one.count() * Integer.parseInt(one.option()))
                .sum();
        return people == 0
                ? null
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(people), 2, RoundingMode.HALF_EVEN);
    }
}
