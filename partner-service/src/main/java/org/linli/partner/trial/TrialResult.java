package org.linli.partner.trial;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a trial has shown, threshold by threshold.
 *
 * @param spoken how many gave the feedback that is told of; absent where fewer than five did
 * @param questions averages, each only of five people and more who were not all of one mind
 * @param remarks in words, of five people and more, without names
 */
@Schema(name = "TrialResult")
public record TrialResult(
        List<Criterion> criteria,
        boolean met,
        @Nullable Integer spoken,
        List<Question> questions,
        List<String> remarks) {

    /**
     * One threshold. How many attended is told as it is: it is the branch's own record, seen by all who were in the room,
     * and says nothing of what anybody thinks.
     *
     * @param value what was reached; absent where too few spoke, or all said the same of any question
     */
    @Schema(name = "TrialResultCriterion")
    public record Criterion(
            String name, String threshold, @Nullable String value, boolean met) {}

    /** @param answers absent where too few spoke; @param average absent there, and where all said the same */
    @Schema(name = "TrialResultQuestion")
    public record Question(
            String text,
            @Nullable Integer answers,
            @Nullable String average) {}

    /** @param sessions held; @param scores of each who spoke, a score a question */
    public record Seen(int sessions, int attendance, List<List<Integer>> scores, List<String> remarks) {}

    /** @param opinion as it is told, which may be of fewer than have spoken by now */
    public static TrialResult of(Thresholds thresholds, Seen seen, Opinion opinion) {
        List<Criterion> criteria = List.of(
                count("sessions", thresholds.sessions(), seen.sessions()),
                count("attendance", thresholds.attendance(), seen.attendance()),
                new Criterion("average", thresholds.average().toPlainString(), opinion.average(), opinion.met()));
        return new TrialResult(
                criteria,
                criteria.stream().allMatch(Criterion::met),
                opinion.spoken() == 0 ? null : opinion.spoken(),
                opinion.questions(),
                opinion.remarks());
    }

    private static Criterion count(String name, int threshold, int value) {
        return new Criterion(name, String.valueOf(threshold), String.valueOf(value), value >= threshold);
    }
}
