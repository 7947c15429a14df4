package org.linli.partner.survey.result;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.partner.survey.Admission;
import org.linli.partner.survey.Answer;
import org.linli.partner.survey.Choice;
import org.linli.partner.survey.QuestionKind;
import org.linli.partner.survey.RespondentGroup;
import org.linli.partner.survey.SurveyQuestion;
import org.linli.partner.survey.SurveyTerms;
import org.linli.platform.smallgroups.SmallGroups;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    void why_a_table_is_not_told_cannot_be_seen() {
        int[][] alike = {{0, 0}, {0, 6}, {7, 2}, {0, 6}};
        int[][] empty = {{0, 0}, {1, 5}, {4, 5}, {2, 4}};
        assertThat(SurveyResult.of(terms(4, 2, false), answers(alike)))
                .isEqualTo(SurveyResult.of(terms(4, 2, false), answers(empty)));
        SurveyResult found = SurveyResult.of(terms(3, 2, false), answers(new int[][] {{1, 4}, {5, 0}, {0, 5}}));
        assertThat(found.questions().getFirst().byGroup()).isEmpty();
        SurveyResult several = SurveyResult.of(terms(2, 2, true), answers(new int[][] {{5, 5}, {0, 5}}));
        assertThat(several.questions().getFirst().byGroup()).isEmpty();
    }

    @Test
    void people_who_all_answer_alike_look_as_if_a_few_did_not() {
        SurveyResult alike = SurveyResult.of(terms(2, 2, false), answers(new int[][] {{8, 9}, {0, 0}}));
        assertThat(alike.questions().getFirst().counts())
                .extracting(SurveyResult.OptionCount::count)
                .containsOnlyNulls();
        assertThat(alike).isEqualTo(SurveyResult.of(terms(2, 2, false), answers(new int[][] {{6, 8}, {2, 1}})));
    }

    @Test
    void a_total_of_fewer_than_five_takes_another_and_its_tables_with_it() {
        SurveyResult result = SurveyResult.of(terms(3, 2, false), answers(new int[][] {{1, 0}, {7, 7}, {20, 20}}));
        SurveyResult.QuestionResult question = result.questions().getFirst();
        assertThat(question.counts())
                .extracting(SurveyResult.OptionCount::count)
                .containsExactly(null, null, 40);
        assertThat(question.byGroup()).isEmpty();
    }

    @Test
    void a_table_is_told_where_every_cell_is_of_five_or_more() {
        SurveyResult result = SurveyResult.of(terms(3, 2, false), answers(new int[][] {{5, 30}, {0, 0}, {50, 60}}));
        GroupTable table = result.questions().getFirst().byGroup().getFirst();
        assertThat(table.rows())
                .extracting(GroupTable.GroupRow::counts)
                .containsExactly(List.of(5, 30), List.of(0, 0), List.of(50, 60), List.of(0, 0));
        SurveyResult small = SurveyResult.of(terms(3, 2, false), answers(new int[][] {{2, 30}, {9, 12}, {50, 60}}));
        assertThat(small.questions().getFirst().byGroup()).isEmpty();
    }

    @Test
    void of_several_options_neither_who_ticks_one_nor_who_does_not_is_few() {
        SurveyResult result = SurveyResult.of(terms(2, 2, true), answers(new int[][] {{5, 6}, {7, 8}}));
        SurveyResult.QuestionResult question = result.questions().getFirst();
        assertThat(question.byGroup().getFirst().rows())
                .extracting(GroupTable.GroupRow::counts)
                .containsExactly(List.of(5, 6), List.of(7, 8));
        assertThat(question.unanswered()).isNull();
        SurveyResult few = SurveyResult.of(terms(2, 2, true), answers(new int[][] {{5, 6}, {4, 8}}));
        assertThat(few.questions().getFirst().byGroup()).isEmpty();
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

    @ParameterizedTest
    @CsvSource({"8, 1, 0,", "8, 0, 0,", "9, 4, 0,", "8, 6, 6,", "9, 9, 9, 0", "10, 5, 5, 5"})
    void words_are_told_of_five_writers_and_more(int people, int writers, int told, @Nullable Integer unanswered) {
        SurveyQuestion words = new SurveyQuestion("W", "w", QuestionKind.TEXT, false, List.of());
        List<Answer> answers = IntStream.range(0, people)
                .mapToObj(at -> new Answer(
                        new TreeMap<>(),
                        new TreeMap<>(),
                        at < writers ? new TreeMap<>(Map.of("W", "words " + at)) : new TreeMap<>()))
                .toList();
        SurveyResult.QuestionResult result =
                SurveyResult.of(terms(List.of(words), 2), answers).questions().getFirst();
        assertThat(result.texts()).hasSize(told);
        assertThat(result.unanswered()).isEqualTo(unanswered);
    }

    /** That what is not told cannot be worked out is shown of the rule itself, by {@code SmallGroupsTest}. */
    @RepeatedTest(60)
    void nothing_small_is_told(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(20_261_122L + repetition.getCurrentRepetition());
        int options = random.nextInt(2, 4);
        int groups = random.nextInt(2, 4);
        int[][] cells = new int[options][groups];
        for (int[] row : cells) {
            Arrays.setAll(row, _ -> random.nextInt(3) == 0 ? random.nextInt(0, 6) : random.nextInt(5, 12));
        }
        SurveyResult result = SurveyResult.of(terms(options, groups, random.nextInt(3) == 0), answers(cells));
        if (result.withheld()) {
            return;
        }
        SurveyResult.QuestionResult question = result.questions().getFirst();
        assertThat(question.counts()).allMatch(total -> total.count() == null || !SmallGroups.isSmall(total.count()));
        List<Column> columns = result.groups().getFirst().columns();
        assertThat(columns).allMatch(column -> SmallGroups.isEnough(column.answers()));
        for (GroupTable table : question.byGroup()) {
            for (GroupTable.GroupRow row : table.rows()) {
                boolean ofNobody = row.counts().stream().allMatch(count -> count == 0);
                assertThat(ofNobody || row.counts().stream().allMatch(SmallGroups::isEnough))
                        .isTrue();
                assertThat(IntStream.range(0, columns.size()))
                        .allMatch(at -> ofNobody
                                || SmallGroups.isEnough(
                                        columns.get(at).answers() - row.counts().get(at)));
            }
        }
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
                List.of(new RespondentGroup("GROUP", "g", choices("G", groups))),
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
