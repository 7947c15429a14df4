package org.linli.partner.survey.result;

import org.jspecify.annotations.Nullable;
import org.linli.partner.survey.Answer;
import org.linli.partner.survey.Choice;
import org.linli.partner.survey.GroupAsked;
import org.linli.partner.survey.QuestionKind;
import org.linli.partner.survey.SurveyQuestion;
import org.linli.platform.smallgroups.SmallGroups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question's answers by one group.
 *
 * @param group its code
 * @param rows an option each, and one, named {@value GroupAsked#UNSAID}, of those who left the question out
 */
public record GroupTable(String group, List<GroupRow> rows) {

    /** @param counts by column; absent where they would tell of fewer than five people, or all of a group alike */
    public record GroupRow(String option, List<@Nullable Integer> counts) {

        public GroupRow {
            counts = Collections.unmodifiableList(new ArrayList<>(counts));
        }
    }

    /** @param totals of the question, by which a row is withheld where its sum is */
    static GroupTable of(SurveyQuestion question, SurveyResult.Dimension group, List<Answer> answers, Totals totals) {
        List<List<Answer>> columns = group.columns().stream()
                .map(column -> answers.stream()
                        .filter(answer ->
                                column.values().contains(answer.groups().getOrDefault(group.code(), GroupAsked.UNSAID)))
                        .toList())
                .toList();
        return new GroupTable(
                group.code(),
                question.kind() == QuestionKind.MULTIPLE
                        ? each(question, columns, totals)
                        : together(question, columns, totals));
    }

    /** Answers to one question that choose the option, or none for {@value GroupAsked#UNSAID}. */
    static int count(List<Answer> answers, String question, String option) {
        return (int) answers.stream()
                .map(answer -> answer.choices().getOrDefault(question, List.of()))
                .filter(chosen -> option.equals(GroupAsked.UNSAID) ? chosen.isEmpty() : chosen.contains(option))
                .count();
    }

    /** Who does not tick an option is told by its number as well: each is a table of its own of two rows. */
    private static List<GroupRow> each(SurveyQuestion question, List<List<Answer>> columns, Totals totals) {
        return question.options().stream()
                .map(option -> {
                    int[] ticked = counts(question, option.code(), columns);
                    int[] not = IntStream.range(0, ticked.length)
                            .map(at -> columns.get(at).size() - ticked[at])
                            .toArray();
                    boolean[] hidden = totals.of(option.code()) == null
                            ? all(ticked.length)
                            : SmallGroups.hidden(new int[][] {ticked, not})[0];
                    return row(option.code(), ticked, hidden);
                })
                .toList();
    }

    /** Where a sum is withheld the cells would give it away: the table is withheld with it. */
    private static List<GroupRow> together(SurveyQuestion question, List<List<Answer>> columns, Totals totals) {
        List<String> options = Stream.concat(
                        question.options().stream().map(Choice::code),
                        question.required() ? Stream.empty() : Stream.of(GroupAsked.UNSAID))
                .toList();
        int[][] counts = options.stream()
                .map(option -> counts(question, option, columns))
                .toArray(int[][]::new);
        boolean[][] hidden = SmallGroups.hidden(counts);
        return IntStream.range(0, options.size())
                .mapToObj(
                        at -> row(options.get(at), counts[at], totals.allTold() ? hidden[at] : all(counts[at].length)))
                .toList();
    }

    private static int[] counts(SurveyQuestion question, String option, List<List<Answer>> columns) {
        return columns.stream()
                .mapToInt(answers -> count(answers, question.code(), option))
                .toArray();
    }

    private static GroupRow row(String option, int[] counts, boolean[] hidden) {
        @Nullable Integer[] told = new @Nullable Integer[counts.length];
        Arrays.setAll(told, at -> hidden[at] ? null : counts[at]);
        return new GroupRow(option, Arrays.asList(told));
    }

    private static boolean[] all(int length) {
        boolean[] all = new boolean[length];
        Arrays.fill(all, true);
        return all;
    }
}
