package org.linli.partner.survey;

import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What holds between the parts of a survey. Whatever does not comes back, all of it. */
public final class TermsRules {

    private TermsRules() {}

    public static List<Violation> faults(SurveyTerms terms) {
        List<Violation> faults = new ArrayList<>();
        if (terms.closesOn().isBefore(terms.opensOn())) {
            faults.add(new Violation("closesOn", "before it opens", "a day from " + terms.opensOn() + " on"));
        }
        if (twice(terms.questions().stream().map(SurveyQuestion::code))) {
            faults.add(new Violation("questions", "a code stands twice", "a code of its own for each question"));
        }
        if (twice(terms.groups().stream().map(RespondentGroup::code))) {
            faults.add(new Violation("groups", "a code stands twice", "a code of its own for each group"));
        }
        for (int n = 0; n < terms.questions().size(); n++) {
            question("questions[" + n + "]", terms.questions().get(n), faults);
        }
        for (int n = 0; n < terms.groups().size(); n++) {
            group("groups[" + n + "].values", terms.groups().get(n), faults);
        }
        return faults;
    }

    private static void question(String field, SurveyQuestion question, List<Violation> faults) {
        boolean chosen = question.kind() == QuestionKind.SINGLE || question.kind() == QuestionKind.MULTIPLE;
        if (chosen && question.options().size() < 2) {
            faults.add(new Violation(field + ".options", "nothing to choose from", "2 options or more"));
        }
        if (question.kind() == QuestionKind.TEXT && !question.options().isEmpty()) {
            faults.add(new Violation(field + ".options", "words are not chosen", "no options"));
        }
        if (question.kind() == QuestionKind.MULTIPLE && question.required()) {
            faults.add(new Violation(field + ".required", "ticking nothing is an answer too", "false"));
        }
        choices(field + ".options", question.options(), "option", faults);
    }

    private static void group(String field, RespondentGroup group, List<Violation> faults) {
        choices(field, group.values(), "value", faults);
    }

    /** Who ticks one of two that read the same cannot know which. */
    private static void choices(String field, List<Choice> choices, String what, List<Violation> faults) {
        if (twice(choices.stream().map(Choice::code))) {
            faults.add(new Violation(field, "a code stands twice", "a code of its own for each " + what));
        }
        if (choices.stream().map(choice -> Texts.name(choice.text())).distinct().count() < choices.size()) {
            faults.add(new Violation(field, "a text stands twice", "a text of its own for each " + what));
        }
    }

    /** Codes that differ in case alone are one. */
    private static boolean twice(Stream<String> codes) {
        List<String> all = codes.map(Identifiers::key).toList();
        return all.stream().distinct().count() < all.size();
    }
}
