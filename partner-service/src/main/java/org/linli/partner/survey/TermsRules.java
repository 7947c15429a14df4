package org.linli.partner.survey;

import org.linli.platform.problem.FieldError;
import org.linli.platform.request.Fields;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;

import java.util.List;
import java.util.stream.Stream;

/** What holds between the parts of a survey. Whatever does not comes back, all of it. */
public final class TermsRules {

    private TermsRules() {}

    public static List<FieldError> faults(SurveyTerms terms) {
        Fields fields = new Fields();
        fields.inOrder("opensOn", terms.opensOn(), "closesOn", terms.closesOn(), "a day");
        if (twice(terms.questions().stream().map(SurveyQuestion::code))) {
            fields.add("questions", "a code stands twice", "a code of its own for each question");
        }
        if (twice(terms.groups().stream().map(RespondentGroup::code))) {
            fields.add("groups", "a code stands twice", "a code of its own for each group");
        }
        for (int n = 0; n < terms.questions().size(); n++) {
            question("questions[" + n + "]", terms.questions().get(n), fields);
        }
        for (int n = 0; n < terms.groups().size(); n++) {
            group("groups[" + n + "].values", terms.groups().get(n), fields);
        }
        return fields.errors();
    }

    private static void question(String field, SurveyQuestion question, Fields fields) {
        boolean chosen = question.kind() == QuestionKind.SINGLE || question.kind() == QuestionKind.MULTIPLE;
        if (chosen && question.options().size() < 2) {
            fields.add(field + ".options", "nothing to choose from", "2 options or more");
        }
        if (question.kind() == QuestionKind.TEXT && !question.options().isEmpty()) {
            fields.add(field + ".options", "words are not chosen", "no options");
        }
        if (question.kind() == QuestionKind.MULTIPLE && question.required()) {
            fields.add(field + ".required", "ticking nothing is an answer too", "false");
        }
        choices(field + ".options", question.options(), "option", fields);
    }

    private static void group(String field, RespondentGroup group, Fields fields) {
        choices(field, group.values(), "value", fields);
    }

    /** Who ticks one of two that read the same cannot know which. */
    private static void choices(String field, List<Choice> choices, String what, Fields fields) {
        if (twice(choices.stream().map(Choice::code))) {
            fields.add(field, "a code stands twice", "a code of its own for each " + what);
        }
        if (choices.stream().map(choice -> Texts.name(choice.text())).distinct().count() < choices.size()) {
            fields.add(field, "a text stands twice", "a text of its own for each " + what);
        }
    }

    /** Codes that differ in case alone are one. */
    private static boolean twice(Stream<String> codes) {
        List<String> all = codes.map(Identifiers::key).toList();
        return all.stream().distinct().count() < all.size();
    }
}
