package org.linli.partner.trial;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.partner.room.TimeSpan;
import org.linli.platform.decision.Decision;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class TrialRulesTest {

    private static final Instant START = Instant.parse("2026-12-05T10:00:00Z");
    private static final TimeSpan TIME = new TimeSpan(START, START.plus(Duration.ofMinutes(90)));
    private static final Thresholds LEAST = new Thresholds(2, 10, new BigDecimal("3.50"));

    /** Before, and while the session runs; everything that is not here is refused. */
    private static final Map<String, String> MOVES = Map.ofEntries(
            Map.entry("before NONE SIGN_UP", "SIGNED_UP"),
            Map.entry("before WITHDRAWN SIGN_UP", "SIGNED_UP"),
            Map.entry("full NONE SIGN_UP", "WAITING"),
            Map.entry("full WITHDRAWN SIGN_UP", "WAITING"),
            Map.entry("before SIGNED_UP SIGN_OFF", "WITHDRAWN"),
            Map.entry("before WAITING SIGN_OFF", "WITHDRAWN"),
            Map.entry("full SIGNED_UP SIGN_OFF", "WITHDRAWN"),
            Map.entry("full WAITING SIGN_OFF", "WITHDRAWN"),
            Map.entry("running SIGNED_UP ATTEND", "ATTENDED"),
            Map.entry("running ATTENDED SPEAK", "HEARD"));

    private static final Map<String, SessionFacts> TIMES = Map.of(
            "before", new SessionFacts(TIME, false, 3, true, START.minus(Duration.ofDays(1))),
            "full", new SessionFacts(TIME, false, 0, true, START.minus(Duration.ofDays(1))),
            "running", new SessionFacts(TIME, false, 3, true, START.plus(Duration.ofMinutes(5))),
            "cancelled", new SessionFacts(TIME, true, 3, true, START.minus(Duration.ofMinutes(5))));

    @TestFactory
    Stream<DynamicTest> every_seat_meets_every_command_at_every_time() {
        return TIMES.keySet().stream()
                .flatMap(when -> Arrays.stream(SeatState.values())
                        .flatMap(seat -> Arrays.stream(SeatState.Command.values())
                                .map(command -> {
                                    String move = when + " " + seat + " " + command;
                                    return DynamicTest.dynamicTest(
                                            move,
                                            () -> assertThat(outcome(seat.decide(command, TIMES.get(when))))
                                                    .isEqualTo(MOVES.getOrDefault(move, "refused")));
                                })));
    }

    @ParameterizedTest
    @CsvSource({"-31, false", "-30, true", "0, true", "120, true", "121, false"})
    void attendance_is_taken_half_an_hour_around_the_session(int minutes, boolean taken) {
        SessionFacts facts = new SessionFacts(TIME, false, 3, true, START.plus(Duration.ofMinutes(minutes)));
        assertThat(SeatState.SIGNED_UP.decide(SeatState.Command.ATTEND, facts) instanceof Decision.Accepted)
                .isEqualTo(taken);
    }

    @Test
    void a_wrong_code_does_not_attend() {
        SessionFacts facts = new SessionFacts(TIME, false, 3, false, START);
        assertThat(SeatState.SIGNED_UP.decide(SeatState.Command.ATTEND, facts))
                .isEqualTo(Decision.refuse(new Refusal.WrongCode()));
    }

    @Test
    void a_code_is_the_same_however_it_is_typed() {
        AttendanceCode codes = new AttendanceCode(text -> "00ff" + text.replace("-", ""));
        UUID session = new UUID(7, 8);
        String code = codes.of(session);
        assertThat(code).matches("[2-9A-Z]{8}").isEqualTo(codes.of(session));
        assertThat(codes.isOf(session, " " + code.toLowerCase().substring(0, 4) + " " + code.substring(4)))
                .isTrue();
        assertThat(codes.isOf(session, code + "2")).isFalse();
        assertThat(codes.isOf(new UUID(7, 9), code)).isFalse();
    }

    @Test
    void of_four_people_nothing_is_shown() {
        TrialResult result = result(seen(2, 12, 5, 5, 5, 5));
        assertThat(result.criteria().getLast()).isEqualTo(new TrialResult.Criterion("average", "3.50", null, false));
        assertThat(result.questions()).containsExactly(new TrialResult.Question("内容", null, null));
        assertThat(result.remarks()).isEmpty();
        assertThat(result.met()).isFalse();
    }

    @Test
    void each_threshold_is_stated_with_its_value() {
        TrialResult result = result(seen(2, 9, 5, 4, 3, 3, 3));
        assertThat(result.criteria())
                .containsExactly(
                        new TrialResult.Criterion("sessions", "2", "2", true),
                        new TrialResult.Criterion("attendance", "10", "9", false),
                        new TrialResult.Criterion("average", "3.50", "3.60", true));
        assertThat(result.met()).isFalse();
        assertThat(result.remarks()).isEmpty();
    }

    /** 3.498 does not reach 3.50, and does not read as if it did. */
    @Test
    void reaching_is_decided_before_rounding_and_an_average_is_never_rounded_up() {
        Integer[] scores = new Integer[500];
        Arrays.fill(scores, 3);
        Arrays.fill(scores, 0, 249, 4);
        TrialResult.Criterion average = result(seen(2, 10, scores)).criteria().getLast();
        assertThat(average).isEqualTo(new TrialResult.Criterion("average", "3.50", "3.49", false));
    }

    @Test
    void a_trial_asks_for_no_less_than_its_unit() {
        assertThat(LEAST.below(LEAST)).isEmpty();
        assertThat(new Thresholds(1, 10, BigDecimal.valueOf(5)).below(LEAST))
                .contains(new Refusal.BelowUnits("minSessions", "2"));
        assertThat(new Thresholds(2, 10, BigDecimal.valueOf(3)).below(LEAST))
                .contains(new Refusal.BelowUnits("minAverage", "3.50"));
    }

    private static TrialResult result(TrialResult.Seen seen) {
        List<String> questions = List.of("内容");
        return TrialResult.of(LEAST, seen, Opinion.of(questions, LEAST.average(), seen.scores(), seen.remarks()));
    }

    @Test
    void people_who_all_said_the_same_are_not_told_of() {
        TrialResult result = result(seen(2, 12, 5, 5, 5, 5, 5, 5));
        assertThat(result.criteria().getLast()).isEqualTo(new TrialResult.Criterion("average", "3.50", null, true));
        assertThat(result.questions()).containsExactly(new TrialResult.Question("内容", 6, null));
        assertThat(result.met()).isTrue();
    }

    @Test
    void what_is_withheld_of_one_question_does_not_follow_from_the_others() {
        List<List<Integer>> scores = List.of(List.of(5, 4), List.of(5, 3), List.of(5, 4), List.of(5, 3), List.of(5, 4));
        Opinion opinion = Opinion.of(List.of("内容", "老师"), LEAST.average(), scores, List.of());
        assertThat(opinion.questions())
                .extracting(TrialResult.Question::average)
                .containsExactly(null, "3.60");
        assertThat(opinion.average()).isNull();
        assertThat(opinion.met()).isTrue();
    }

    @Test
    void remarks_are_told_of_five_people_and_more() {
        List<List<Integer>> scores = Stream.of(5, 4, 3, 3, 3, 5).map(List::of).toList();
        assertThat(Opinion.of(List.of("内容"), LEAST.average(), scores, List.of("a", "b", "c", "d"))
                        .remarks())
                .isEmpty();
        assertThat(Opinion.of(List.of("内容"), LEAST.average(), scores, List.of("e", "b", "c", "d", "a"))
                        .remarks())
                .containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void what_was_kept_under_an_earlier_rule_is_told_by_this_one() {
        List<TrialResult.Question> questions =
                List.of(new TrialResult.Question("内容", 6, null), new TrialResult.Question("老师", 6, "3.50"));
        Opinion kept = new Opinion(6, "4.25", true, questions, List.of("好"));
        assertThat(kept).isEqualTo(new Opinion(6, null, true, questions, List.of()));
    }

    private static TrialResult.Seen seen(int sessions, int attendance, Integer... scores) {
        return new TrialResult.Seen(
                sessions, attendance, Arrays.stream(scores).map(List::of).toList(), List.of("好"));
    }

    private static String outcome(Decision<SeatState, Refusal> decision) {
        return switch (decision) {
            case Decision.Accepted<SeatState, Refusal> done -> done.next().name();
            case Decision.Refused<SeatState, Refusal> _ -> "refused";
        };
    }
}
