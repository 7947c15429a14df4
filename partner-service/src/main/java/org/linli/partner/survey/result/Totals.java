package org.linli.partner.survey.result;

import org.jspecify.annotations.Nullable;
import org.linli.partner.survey.Answer;
import org.linli.partner.survey.QuestionKind;
import org.linli.partner.survey.RespondentGroup;
import org.linli.partner.survey.SurveyQuestion;
import org.linli.platform.smallgroups.SmallGroups;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many chose each option of a question, of all who answered, as far as it may be told.
 *
 * @param told by option; {@value RespondentGroup#UNSAID} for those who left the question out
 * @param allTold whether nothing is withheld
 */
record Totals(Map<String, Integer> told, boolean allTold) {

    static Totals of(SurveyQuestion question, List<Answer> answers) {
        List<String> options = GroupTable.options(question);
        int[] counts = options.stream()
                .mapToInt(option -> GroupTable.count(answers, question.code(), option))
                .toArray();
        boolean[] hidden = question.kind() == QuestionKind.MULTIPLE
                ? eachByItself(counts, answers.size())
                : SmallGroups.hidden(counts);
        Map<String, Integer> told = new TreeMap<>();
        for (int at = 0; at < counts.length; at++) {
            if (!hidden[at]) {
                told.put(options.get(at), counts[at]);
            }
        }
        return new Totals(told, told.size() == counts.length);
    }

    /** Who does not tick an option is told of by its number as well. */
    private static boolean[] eachByItself(int[] ticked, int answers) {
        boolean[] hidden = new boolean[ticked.length];
        for (int at = 0; at < ticked.length; at++) {
            hidden[at] = SmallGroups.hidden(new int[] {ticked[at], answers - ticked[at]})[0];
        }
        return hidden;
    }

    /** Absent where it is withheld. */
    @Nullable
    Integer of(String option) {
        return told.get(option);
    }
}
