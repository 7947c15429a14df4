package org.linli.partner.survey;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.decision.Decision;
import org.linli.platform.problem.FieldError;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class SurveyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final LocalDate LATE = LAST.plusDays(1);
    private static final SurveyTerms TERMS = terms(
            List.of(
                    new SurveyQuestion("CLASSES", "哪类课程？", QuestionKind.SINGLE, true, options("CALLIGRAPHY", "DANCE")),
                    new SurveyQuestion("TIMES", "何时？", QuestionKind.MULTIPLE, false, options("WEEKDAY", "WEEKEND")),
                    new SurveyQuestion("PLEASED", "满意吗？", QuestionKind.SCALE, false, List.of()),
                    new SurveyQuestion("WORDS", "还有什么？", QuestionKind.TEXT, false, List.of())),
            FIRST,
            LAST);

    /** The class's own table; everything that is not in it is refused. */
    private static final Map<String, String> MOVES = Map.of(
            "DRAFT Edit", "DRAFT",
            "DRAFT Open", "OPEN",
            "OPEN Extend", "OPEN",
            "OPEN Close", "CLOSED");

    @TestFactory
    Stream<DynamicTest> every_state_meets_every_command_in_time() {
        return table("in time: ", LAST, MOVES);
    }

    @TestFactory
    Stream<DynamicTest> every_state_meets_every_command_after_the_last_day() {
        Map<String, String> late = Map.of("DRAFT Edit", "DRAFT", "DRAFT Open", "ClosesTooEarly[earliest=" + LATE + "]");
        return table("late: ", LATE, late);
    }

    private static Stream<DynamicTest> table(String when, LocalDate today, Map<String, String> moves) {
        List<SurveyCommand> commands = List.of(
                new SurveyCommand.Edit(TERMS),
                new SurveyCommand.Open(),
                new SurveyCommand.Extend(LATE.plusDays(9), "why"),
                new SurveyCommand.Close());
        return Stream.of(SurveyState.values())
                .map(state -> new Survey(UUID.randomUUID(), TERMS, state))
                .flatMap(survey -> commands.stream().map(command -> {
                    String move = survey.kept() + " " + command.getClass().getSimpleName();
                    return DynamicTest.dynamicTest(
                            when + move,
                            () -> assertThat(outcome(survey.decide(command, today), today))
                                    .isEqualTo(moves.getOrDefault(move, "refused in " + survey.state(today))));
                }));
    }

    private static String outcome(Decision<Survey, Refusal> decision, LocalDate today) {
        return switch (decision) {
            case Decision.Accepted(Survey next) -> next.kept().name();
            case Decision.Refused(Refusal.NotInThisState state) -> "refused in " + state.state();
            case Decision.Refused<Survey, Refusal> refused -> refused.reason().toString();
        };
    }

    @Test
    void answers_are_taken_from_the_first_day_to_the_last() {
        Survey open = new Survey(UUID.randomUUID(), TERMS, SurveyState.OPEN);
        assertThat(open.takesAnswers(FIRST.minusDays(1))).isFalse();
        assertThat(open.takesAnswers(FIRST)).isTrue();
        assertThat(open.takesAnswers(LAST)).isTrue();
        assertThat(open.takesAnswers(LATE)).isFalse();
        assertThat(open.state(LATE)).isEqualTo(SurveyState.CLOSED);
    }

    @Test
    void a_survey_stays_with_its_branch_and_its_last_day_only_moves_later() {
        Survey draft = new Survey(UUID.randomUUID(), TERMS, SurveyState.DRAFT);
        SurveyTerms elsewhere = new SurveyTerms(
                UnitCode.of("440703006108"), "t", null, TERMS.questions(), List.of(), Admission.CODE, FIRST, LAST);
        assertThat(draft.decide(new SurveyCommand.Edit(elsewhere), FIRST))
                .isEqualTo(Decision.refuse(new Refusal.AnotherUnit(TERMS.unit())));
        assertThat(new Survey(UUID.randomUUID(), TERMS, SurveyState.OPEN)
                        .decide(new SurveyCommand.Extend(LAST, "why"), FIRST))
                .isEqualTo(Decision.refuse(new Refusal.ClosesTooEarly(LATE)));
    }

    @Test
    void all_that_is_wrong_with_the_terms_comes_back() {
        SurveyTerms wrong = terms(
                List.of(
                        new SurveyQuestion("A", "a", QuestionKind.SINGLE, true, options("X")),
                        new SurveyQuestion(
                                "A",
                                "b",
                                QuestionKind.MULTIPLE,
                                true,
                                List.of(new Choice("X", "x"), new Choice("X", "y"))),
                        new SurveyQuestion("C", "c", QuestionKind.TEXT, false, options("X", "Y"))),
                LAST,
                FIRST);
        assertThat(TermsRules.faults(TERMS)).isEmpty();
        assertThat(TermsRules.faults(wrong))
                .extracting(FieldError::field)
                .containsExactly(
                        "closesOn",
                        "questions",
                        "questions[0].options",
                        "questions[1].required",
                        "questions[1].options",
                        "questions[2].options");
    }

    @Test
    void codes_that_differ_in_case_alone_are_one_and_no_two_options_read_the_same() {
        List<Choice> alike = List.of(new Choice("A", "书法（晚上）"), new Choice("B", " 书法(晚上)"));
        List<Choice> oneCode = List.of(new Choice("A", "a"), new Choice("a", "b"));
        SurveyTerms wrong = new SurveyTerms(
                UnitCode.of("440703006107"),
                "调查",
                null,
                List.of(
                        new SurveyQuestion("Q1", "a", QuestionKind.SINGLE, true, alike),
                        new SurveyQuestion("q1", "b", QuestionKind.MULTIPLE, false, oneCode)),
                List.of(new RespondentGroup("AGE", "年龄", alike), new RespondentGroup("age", "年龄", oneCode)),
                Admission.CODE,
                FIRST,
                LAST);
        assertThat(TermsRules.faults(wrong))
                .extracting(fault -> fault.field() + ": " + fault.reason())
                .containsExactly(
                        "questions: a code stands twice",
                        "groups: a code stands twice",
                        "questions[0].options: a text stands twice",
                        "questions[1].options: a code stands twice",
                        "groups[0].values: a text stands twice",
                        "groups[1].values: a code stands twice");
    }

    @Test
    void all_that_is_wrong_with_an_answer_comes_back() {
        assertThat(AnswerRules.faults(
                        TERMS,
                        answer(Map.of("AGE", "60+"), Map.of("CLASSES", List.of("DANCE"), "PLEASED", List.of("5")))))
                .isEmpty();
        Map<String, List<String>> wrong = Map.of(
                "TIMES", List.of("WEEKEND", "WEEKEND"),
                "PLEASED", List.of("6"),
                "WORDS", List.of("X"),
                "NEVER", List.of("X"));
        assertThat(AnswerRules.faults(TERMS, answer(Map.of("AGE", "7", "SEX", "X"), wrong)))
                .extracting(FieldError::field)
                .containsExactly(
                        "answers.CLASSES",
                        "answers.TIMES",
                        "answers.PLEASED",
                        "groups.AGE",
                        "answers.NEVER",
                        "answers.WORDS",
                        "groups.SEX");
    }

    @Test
    void a_code_is_read_as_people_type_it_and_holds_for_one_survey_only() {
        AnswerCodes codes = codes("a");
        for (int number : List.of(0, 1, 31, 32, 500, AnswerCodes.MOST - 1)) {
            String code = codes.of(number);
            assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
            assertThat(codes.read(" " + code.toLowerCase().replace("-", " ").replace('0', 'o')))
                    .contains(code);
            assertThat(codes("b").read(code)).isEmpty();
            char last = code.charAt(13);
            assertThat(codes.read(code.substring(0, 13) + (last == 'Z' ? 'Y' : 'Z')))
                    .isEmpty();
        }
        assertThat(codes.read("")).isEmpty();
        assertThat(codes.read("x".repeat(40))).isEmpty();
    }

    private static AnswerCodes codes(String key) {
        return new AnswerCodes(
                new UUID(1, 1), text -> "7%016x".formatted((key + text).hashCode() * 7_046_029_254_386_353_131L));
    }

    private static Answer answer(Map<String, String> groups, Map<String, List<String>> choices) {
        return new Answer(new TreeMap<>(groups), new TreeMap<>(choices), new TreeMap<>());
    }

    private static SurveyTerms terms(List<SurveyQuestion> questions, LocalDate opensOn, LocalDate closesOn) {
        RespondentGroup age = new RespondentGroup("AGE", "年龄", options("18-59", "60+"));
        return new SurveyTerms(
                UnitCode.of("440703006107"), "调查", null, questions, List.of(age), Admission.CODE, opensOn, closesOn);
    }

    private static List<Choice> options(String... codes) {
        return Stream.of(codes).map(code -> new Choice(code, code)).toList();
    }
}
