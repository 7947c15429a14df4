package org.linli.partner.trial;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a trial has shown, threshold by threshold.
 *
 * @param spoken how many gave feedback
 * @param questions averages, each only of {@value #SMALLEST_GROUP} people and more
 * @param remarks in words, under the same condition, without names
 */
public record TrialResult(
        List<Criterion> criteria, boolean met, int spoken, List<Question> questions, List<String> remarks) {

    /** Of fewer people nothing is shown: one could tell who said what. */
    public static final int SMALLEST_GROUP = 5;

    /**
     * One threshold.
     *
     * @param value what was reached; absent where too few spoke
     */
    public record Criterion(
            String name, String threshold, @Nullable String value, boolean met) {}

    /** @param average absent where too few spoke */
    public record Question(
            String text, int answers, @Nullable String average) {}

    /** @param sessions held; @param scores of each who spoke, a score a question */
    public record Seen(int sessions, int attendance, List<List<Integer>> scores, List<String> remarks) {}

    public static TrialResult of(Thresholds thresholds, List<String> questions, Seen seen) {
        boolean enough = seen.scores().size() >= SMALLEST_GROUP;
        List<Integer> all = seen.scores().stream().flatMap(List::stream).toList();
        List<Criterion> criteria = List.of(
                count("sessions", thresholds.sessions(), seen.sessions()),
                count("attendance", thresholds.attendance(), seen.attendance()),
                new Criterion(
                        "average",
                        thresholds.average().toPlainString(),
                        enough ? average(all) : null,
                        enough && reaches(all, thresholds.average())));
        return new TrialResult(
                criteria,
                criteria.stream().allMatch(Criterion::met),
                seen.scores().size(),
                IntStream.range(0, questions.size())
                        .mapToObj(n -> question(questions.get(n), n, seen, enough))
                        .toList(),
                enough ? seen.remarks().stream().sorted().toList() : List.of());
    }

    private static Criterion count(String name, int threshold, int value) {
        return new Criterion(name, String.valueOf(threshold), String.valueOf(value), value >= threshold);
    }

    private static Question question(String text, int n, Seen seen, boolean enough) {
        List<Integer> scores = seen.scores().stream().map(one -> one.get(n)).toList();
        return new Question(text, scores.size(), enough ? average(scores) : null);
    }

    /** Down to the hundredth, so that it never reads as reached too early; whether it reaches is decided exactly. */
    private static String average(List<Integer> scores) {
        return sum(scores)
                .divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.DOWN)
                .toPlainString();
    }

    static boolean reaches(List<Integer> scores, BigDecimal average) {
        return sum(scores).compareTo(average.multiply(BigDecimal.valueOf(scores.size()))) >= 0;
    }

    private static BigDecimal sum(List<Integer> scores) {
        return BigDecimal.valueOf(scores.stream().mapToLong(Integer::longValue).sum());
    }
}
