package org.linli.partner.trial;

import org.jspecify.annotations.Nullable;
import org.linli.platform.smallgroups.SmallGroups;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What residents said of a trial, as far as it may be told.
 *
 * @param spoken how many it is of; 0 where too few spoke
 * @param average of all scores; absent where that of a question is, which would follow from it and the others
 * @param met whether the average reaches what the trial asks for
 * @param questions averages, each absent where too few spoke, or all said the same
 * @param remarks in words, without names, of five people or more
 */
public record Opinion(
        int spoken, @Nullable String average, boolean met, List<TrialResult.Question> questions, List<String> remarks) {

    /** Holds for what was kept under an earlier rule as well. */
    public Opinion {
        questions = List.copyOf(questions);
        average = questions.stream().allMatch(question -> question.average() != null) ? average : null;
        remarks = SmallGroups.isEnough(remarks.size()) ? List.copyOf(remarks) : List.of();
    }

    /** @param scores of each who spoke, a score a question */
    public static Opinion of(
            List<String> questions, BigDecimal threshold, List<List<Integer>> scores, List<String> remarks) {
        if (!SmallGroups.isEnough(scores.size())) {
            return new Opinion(
                    0,
                    null,
                    false,
                    questions.stream()
                            .map(text -> new TrialResult.Question(text, null, null))
                            .toList(),
                    List.of());
        }
        List<Integer> all = scores.stream().flatMap(List::stream).toList();
        return new Opinion(
                scores.size(),
                average(all),
                reaches(all, threshold),
                IntStream.range(0, questions.size())
                        .mapToObj(n -> new TrialResult.Question(
                                questions.get(n),
                                scores.size(),
                                average(scores.stream().map(one -> one.get(n)).toList())))
                        .toList(),
                remarks.stream().sorted().toList());
    }

    /**
     * Down to the hundredth, so that it never reads as reached too early; whether it reaches is decided exactly. Where all
     * scores are the same it would say of each person what that person said.
     */
    private static @Nullable String average(List<Integer> scores) {
        return scores.stream().distinct().count() == 1
                ? null
                : sum(scores)
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
