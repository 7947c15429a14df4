package org.linli.partner.survey.result;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.partner.survey.Answer;
import org.linli.partner.survey.Choice;
import org.linli.partner.survey.QuestionKind;
import org.linli.partner.survey.RespondentGroup;
import org.linli.partner.survey.SurveyQuestion;
import org.linli.platform.smallgroups.SmallGroups;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question's answers by one group: whole, or not at all, by {@link SmallGroups#mayTell}. Where the sum of an option is
 * withheld the table is not told either, and nothing says for which reason.
 *
 * @param group its code
 * @param rows an option each, and one, named {@value RespondentGroup#UNSAID}, of those who left the question out
 */
@Schema(name = "GroupTable")
public record GroupTable(String group, List<GroupRow> rows) {

    /** @param counts by column: of five people or more, or of nobody in all columns */
    @Schema(name = "GroupTableGroupRow")
    public record GroupRow(String option, List<Integer> counts) {

        public GroupRow {
            counts = List.copyOf(counts);
        }
    }

    /** Empty where it may not be told. @param totals of the question */
    static Optional<GroupTable> of(
            SurveyQuestion question, SurveyResult.Dimension group, List<Answer> answers, Totals totals) {
        List<List<Answer>> columns = group.columns().stream()
                .map(column -> answers.stream()
                        .filter(answer -> column.values()
                                .contains(answer.groups().getOrDefault(group.code(), RespondentGroup.UNSAID)))
                        .toList())
                .toList();
        List<String> options = options(question);
        int[][] counts = options.stream()
                .map(option -> counts(question, option, columns))
                .toArray(int[][]::new);
        boolean told = question.kind() == QuestionKind.MULTIPLE
                ? Arrays.stream(counts).allMatch(ticked -> SmallGroups.mayTell(withThoseWhoDoNot(ticked, columns)))
                : SmallGroups.mayTell(counts);
        return totals.allTold() && told
                ? Optional.of(new GroupTable(group.code(), rows(options, counts)))
                : Optional.empty();
    }

    /**
     * Options that are counted, with {@value RespondentGroup#UNSAID} where a question may be left out. Who ticks none of several
     * is not told of: beside the options it would say how many ticked two of them.
     */
    static List<String> options(SurveyQuestion question) {
        boolean mayBeLeftOut = !question.required() && question.kind() != QuestionKind.MULTIPLE;
        return Stream.concat(
                        question.options().stream().map(Choice::code),
                        mayBeLeftOut ? Stream.of(RespondentGroup.UNSAID) : Stream.empty())
                .toList();
    }

    /** Answers to one question that choose the option, or none for {@value RespondentGroup#UNSAID}. */
    static int count(List<Answer> answers, String question, String option) {
        return (int) answers.stream()
                .map(answer -> answer.choices().getOrDefault(question, List.of()))
                .filter(chosen -> option.equals(RespondentGroup.UNSAID) ? chosen.isEmpty() : chosen.contains(option))
                .count();
    }

    /** Who does not tick an option is told by its number as well: each is a table of its own of two rows. */
    private static int[][] withThoseWhoDoNot(int[] ticked, List<List<Answer>> columns) {
        int[] not = IntStream.range(0, ticked.length)
                .map(at -> columns.get(at).size() - ticked[at])
                .toArray();
        return new int[][] {ticked, not};
    }

    private static int[] counts(SurveyQuestion question, String option, List<List<Answer>> columns) {
        return columns.stream()
                .mapToInt(answers -> count(answers, question.code(), option))
                .toArray();
    }

    private static List<GroupRow> rows(List<String> options, int[][] counts) {
        return IntStream.range(0, options.size())
                .mapToObj(at -> new GroupRow(
                        options.get(at), Arrays.stream(counts[at]).boxed().toList()))
                .toList();
    }
}
