package org.linli.partner.survey.result;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.linli.partner.survey.Admission;
import org.linli.partner.survey.Answer;
import org.linli.partner.survey.Choice;
import org.linli.partner.survey.GroupAsked;
import org.linli.partner.survey.QuestionKind;
import org.linli.partner.survey.SurveyQuestion;
import org.linli.partner.survey.SurveyTerms;
import org.linli.platform.smallgroups.SmallGroups;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody is told of fewer than five people, nor can work it out from what is told. */
class SurveyResultTest {

    @Test
    void of_fewer_than_five_answers_nothing_is_told() {
        SurveyResult result = SurveyResult.of(terms(2, 2, false), answers(new int[][] {{2, 0}, {1, 1}}));
        assertThat(result.withheld()).isTrue();
        assertThat(result.answers()).isNull();
        assertThat(result.questions()).isEmpty();
        assertThat(result.groups()).isEmpty();
    }

    @Test
    void a_small_group_goes_in_with_the_next_smallest() {
        SurveyResult result = SurveyResult.of(terms(1, 4, false), answers(new int[][] {{20, 2, 7, 30}}));
        assertThat(result.groups().getFirst().columns())
                .extracting(Column::values, Column::answers)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(List.of("G0"), 20),
                        org.assertj.core.groups.Tuple.tuple(List.of("G3"), 30),
                        org.assertj.core.groups.Tuple.tuple(List.of("G1", "G2", "-"), 9));
    }

    @Test
    void where_one_group_alone_is_left_groups_are_not_told_apart() {
        SurveyResult result = SurveyResult.of(terms(2, 2, false), answers(new int[][] {{40, 3}, {9, 0}}));
        assertThat(result.groups().getFirst().columns()).isEmpty();
        assertThat(result.questions().getFirst().byGroup()).isEmpty();
        assertThat(result.questions().getFirst().counts().getFirst().count()).isEqualTo(43);
    }

    @Test
    void a_group_that_is_all_alike_is_not_told_apart() {
        SurveyResult result = SurveyResult.of(terms(2, 2, false), answers(new int[][] {{5, 5}, {0, 5}}));
        GroupTable table = result.questions().getFirst().byGroup().getFirst();
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.counts()).containsOnlyNulls());
        assertThat(result.questions().getFirst().counts())
                .extracting(SurveyResult.OptionCount::count)
                .containsExactly(10, 5);
        SurveyResult several = SurveyResult.of(terms(2, 2, true), answers(new int[][] {{5, 5}, {0, 5}}));
        assertThat(several.questions().getFirst().byGroup().getFirst().rows())
                .allSatisfy(row -> assertThat(row.counts()).containsOnlyNulls());
    }

    @Test
    void people_who_all_answer_alike_are_not_told_of() {
        SurveyResult result = SurveyResult.of(terms(2, 2, false), answers(new int[][] {{8, 9}, {0, 0}}));
        assertThat(result.questions().getFirst().counts())
                .extracting(SurveyResult.OptionCount::count)
                .containsOnlyNulls();
        assertThat(result.questions().getFirst().unanswered()).isNull();
    }

    @Test
    void a_total_of_fewer_than_five_takes_another_and_its_tables_with_it() {
        SurveyResult result = SurveyResult.of(terms(3, 2, false), answers(new int[][] {{1, 0}, {7, 7}, {20, 20}}));
        SurveyResult.QuestionResult question = result.questions().getFirst();
        assertThat(question.counts())
                .extracting(SurveyResult.OptionCount::count)
                .containsExactly(null, null, 40);
        assertThat(question.byGroup().getFirst().rows())
                .allSatisfy(row -> assertThat(row.counts()).containsOnlyNulls());
    }

    @Test
    void a_small_cell_takes_three_others_with_it_and_the_rest_is_told() {
        SurveyResult result = SurveyResult.of(terms(3, 2, false), answers(new int[][] {{2, 30}, {9, 12}, {50, 60}}));
        GroupTable table = result.questions().getFirst().byGroup().getFirst();
        assertThat(table.rows())
                .extracting(GroupTable.GroupRow::counts)
                .containsExactly(Arrays.asList(null, null), Arrays.asList(null, null), List.of(50, 60), List.of(0, 0));
    }

    @Test
    void the_mean_of_a_scale_is_of_all_and_words_lose_their_numbers() {
        SurveyQuestion scale = new SurveyQuestion("Q", "q", QuestionKind.SCALE, false, List.of());
        SurveyQuestion words = new SurveyQuestion("W", "w", QuestionKind.TEXT, false, List.of());
        SurveyTerms terms = terms(List.of(scale, words), 2);
        List<Answer> answers = new ArrayList<>();
        for (int at = 0; at < 12; at++) {
            answers.add(new Answer(
                    new TreeMap<>(),
                    new TreeMap<>(Map.of("Q", List.of(at < 6 ? "5" : "4"))),
                    new TreeMap<>(Map.of("W", at + " 打我电话 138-0013-8000 吧"))));
        }
        SurveyResult result = SurveyResult.of(terms, answers);
        assertThat(result.questions().getFirst().mean()).isEqualByComparingTo("4.50");
        assertThat(result.questions().getLast().texts()).first().isEqualTo("0 打我电话 ••• 吧");
        assertThat(result.withoutTexts().questions()).hasSize(1);
    }

    /** By hand of somebody who knows all that is told and tries every table that fits it. */
    @RepeatedTest(60)
    void no_small_cell_follows_from_what_is_told(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(20_261_122L + repetition.getCurrentRepetition());
        int options = random.nextInt(2, 4);
        int groups = random.nextInt(2, 4);
        int[][] cells = new int[options][groups];
        for (int[] row : cells) {
            Arrays.setAll(row, _ -> random.nextInt(3) == 0 ? random.nextInt(0, 12) : random.nextInt(0, 4));
        }
        boolean several = random.nextInt(3) == 0;
        SurveyResult result = SurveyResult.of(terms(options, groups, several), answers(cells));
        if (result.withheld()) {
            return;
        }
        result.questions()
                .getFirst()
                .counts()
                .forEach(total -> assertThat(total.count() == null || !SmallGroups.isSmall(total.count()))
                        .isTrue());
        result.groups()
                .forEach(dimension -> dimension
                        .columns()
                        .forEach(column -> assertThat(column.answers()).isGreaterThanOrEqualTo(SmallGroups.FEWEST)));
        for (GroupTable table : result.questions().getFirst().byGroup()) {
            if (table.rows().stream().allMatch(row -> row.counts().stream().allMatch(Objects::isNull))) {
                continue;
            }
            List<Column> columns = result.groups().getFirst().columns();
            if (several) {
                table.rows().stream()
                        .filter(row -> row.counts().stream().anyMatch(Objects::nonNull))
                        .forEach(row -> cannotBeWorkedOut(twoRows(row, columns, result), columns));
            } else {
                cannotBeWorkedOut(told(table, result), columns);
            }
        }
    }

    /** @param rows a row's cells, absent where withheld, and at its end their sum */
    private static void cannotBeWorkedOut(List<List<Integer>> rows, List<Column> columns) {
        for (List<Integer> row : rows) {
            for (Integer cell : row.subList(0, columns.size())) {
                assertThat(cell == null || !SmallGroups.isSmall(cell)).isTrue();
            }
        }
        List<int[]> withheld = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                if (rows.get(r).get(c) == null) {
                    withheld.add(new int[] {r, c});
                }
            }
        }
        boolean[][] possible = new boolean[withheld.size()][200];
        int[][] table = rows.stream()
                .map(row -> row.subList(0, columns.size()).stream()
                        .mapToInt(cell -> Objects.requireNonNullElse(cell, 0))
                        .toArray())
                .toArray(int[][]::new);
        tryAll(table, 0, withheld, rows, columns, possible, new int[] {0});
        for (int at = 0; at < withheld.size(); at++) {
            boolean[] values = possible[at];
            int[] fitting = IntStream.range(0, values.length)
                    .filter(value -> values[value])
                    .toArray();
            boolean small = fitting.length == 1 && SmallGroups.isSmall(fitting[0]);
            assertThat(small)
                    .as("cell %s is %s", Arrays.toString(withheld.get(at)), Arrays.toString(fitting))
                    .isFalse();
        }
    }

    private static void tryAll(
            int[][] table,
            int at,
            List<int[]> withheld,
            List<List<Integer>> rows,
            List<Column> columns,
            boolean[][] possible,
            int[] found) {
        if (found[0] > 20_000) {
            return;
        }
        if (at == withheld.size()) {
            for (int r = 0; r < table.length; r++) {
                if (Arrays.stream(table[r]).sum() != rows.get(r).getLast()) {
                    return;
                }
            }
            for (int c = 0; c < columns.size(); c++) {
                int column = c;
                if (Arrays.stream(table).mapToInt(row -> row[column]).sum()
                        != columns.get(c).answers()) {
                    return;
                }
            }
            found[0]++;
            for (int w = 0; w < withheld.size(); w++) {
                possible[w][table[withheld.get(w)[0]][withheld.get(w)[1]]] = true;
            }
            return;
        }
        int r = withheld.get(at)[0];
        int c = withheld.get(at)[1];
        int rowLeft = rows.get(r).getLast() - Arrays.stream(table[r]).sum();
        int columnLeft = columns.get(c).answers()
                - Arrays.stream(table).mapToInt(row -> row[c]).sum();
        for (int value = 0; value <= Math.min(rowLeft, columnLeft); value++) {
            table[r][c] = value;
            tryAll(table, at + 1, withheld, rows, columns, possible, found);
        }
        table[r][c] = 0;
    }

    private static List<List<Integer>> told(GroupTable table, SurveyResult result) {
        SurveyResult.QuestionResult question = result.questions().getFirst();
        return table.rows().stream()
                .map(row -> {
                    List<Integer> cells = new ArrayList<>(row.counts());
                    cells.add(total(question, row.option()));
                    return cells;
                })
                .toList();
    }

    private static List<List<Integer>> twoRows(GroupTable.GroupRow row, List<Column> columns, SurveyResult result) {
        int total = total(result.questions().getFirst(), row.option());
        List<Integer> ticked = new ArrayList<>(row.counts());
        List<Integer> not = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            Integer count = row.counts().get(c);
            not.add(count == null ? null : columns.get(c).answers() - count);
        }
        ticked.add(total);
        not.add(result.answers() - total);
        return List.of(ticked, not);
    }

    private static int total(SurveyResult.QuestionResult question, String option) {
        return option.equals(GroupAsked.UNSAID)
                ? question.unanswered()
                : question.counts().stream()
                        .filter(count -> count.option().equals(option))
                        .findFirst()
                        .orElseThrow()
                        .count();
    }

    /** @param cells people by option and group */
    private static List<Answer> answers(int[][] cells) {
        List<Answer> answers = new ArrayList<>();
        for (int option = 0; option < cells.length; option++) {
            for (int group = 0; group < cells[option].length; group++) {
                for (int person = 0; person < cells[option][group]; person++) {
                    answers.add(new Answer(
                            new TreeMap<>(Map.of("GROUP", "G" + group)),
                            new TreeMap<>(Map.of("Q", List.of("O" + option))),
                            new TreeMap<>()));
                }
            }
        }
        return answers;
    }

    private static SurveyTerms terms(int options, int groups, boolean several) {
        SurveyQuestion question = new SurveyQuestion(
                "Q", "q", several ? QuestionKind.MULTIPLE : QuestionKind.SINGLE, false, choices("O", options));
        return terms(List.of(question), groups);
    }

    private static SurveyTerms terms(List<SurveyQuestion> questions, int groups) {
        LocalDate day = LocalDate.of(2026, 12, 1);
        return new SurveyTerms(
                UnitCode.of("440703006107"),
                "t",
                null,
                questions,
                List.of(new GroupAsked("GROUP", "g", choices("G", groups))),
                Admission.CODE,
                day,
                day);
    }

    private static List<Choice> choices(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> new Choice(prefix + at, prefix + at))
                .toList();
    }
}
