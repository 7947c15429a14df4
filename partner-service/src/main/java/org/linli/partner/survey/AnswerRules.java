package org.linli.partner.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an answer to a survey has to be. Whatever it is not comes back by question and group, all of it. */
public final class AnswerRules {

    private AnswerRules() {}

    public static List<Violation> faults(SurveyTerms terms, Answer answer) {
        List<Violation> faults = new ArrayList<>();
        terms.questions().forEach(question -> question(question, answer, faults));
        terms.groups().forEach(group -> group(group, answer, faults));
        strange(answer.choices().keySet(), counted(terms, true), "answers.", faults);
        strange(answer.texts().keySet(), counted(terms, false), "answers.", faults);
        strange(
                answer.groups().keySet(),
                terms.groups().stream().map(RespondentGroup::code).collect(Collectors.toSet()),
                "groups.",
                faults);
        return faults;
    }

    private static void question(SurveyQuestion question, Answer answer, List<Violation> faults) {
        String field = "answers." + question.code();
        List<String> chosen = answer.choices().getOrDefault(question.code(), List.of());
        boolean unanswered =
                question.hasOptions() ? chosen.isEmpty() : !answer.texts().containsKey(question.code());
        if (question.required() && unanswered) {
            faults.add(new Violation(field, "not answered", "an answer to: " + question.text()));
        }
        Set<String> options = codes(question.options());
        if (question.hasOptions() && !options.containsAll(chosen)) {
            faults.add(new Violation(field, "not an option of this question", "of " + inOrder(question.options())));
        }
        if (question.kind() != QuestionKind.MULTIPLE && chosen.size() > 1) {
            faults.add(new Violation(field, "more than one option", "one option"));
        }
        if (chosen.stream().distinct().count() < chosen.size()) {
            faults.add(new Violation(field, "an option stands twice", "each option once"));
        }
    }

    private static void group(RespondentGroup group, Answer answer, List<Violation> faults) {
        String value = answer.groups().get(group.code());
        if (value != null && !codes(group.values()).contains(value)) {
            faults.add(new Violation(
                    "groups." + group.code(), "not a value of this group", "one of " + inOrder(group.values())));
        }
    }

    private static void strange(Set<String> given, Set<String> asked, String prefix, List<Violation> faults) {
        given.stream()
                .filter(code -> !asked.contains(code))
                .map(code -> new Violation(
                        prefix + code,
                        "not asked in this way",
                        "of " + asked.stream().sorted().toList()))
                .forEach(faults::add);
    }

    private static Set<String> counted(SurveyTerms terms, boolean counted) {
        return terms.questions().stream()
                .filter(question -> question.hasOptions() == counted)
                .map(SurveyQuestion::code)
                .collect(Collectors.toSet());
    }

    private static Set<String> codes(List<Choice> choices) {
        return choices.stream().map(Choice::code).collect(Collectors.toSet());
    }

    private static List<String> inOrder(List<Choice> choices) {
        return choices.stream().map(Choice::code).toList();
    }
}
