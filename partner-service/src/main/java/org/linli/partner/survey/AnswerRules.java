package org.linli.partner.survey;

import org.linli.platform.problem.FieldError;
import org.linli.platform.request.Fields;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an answer to a survey has to be. Whatever it is not comes back by question and group, all of it. */
public final class AnswerRules {

    private AnswerRules() {}

    public static List<FieldError> faults(SurveyTerms terms, Answer answer) {
        Fields fields = new Fields();
        terms.questions().forEach(question -> question(question, answer, fields));
        terms.groups().forEach(group -> group(group, answer, fields));
        strange(answer.choices().keySet(), counted(terms, true), "answers.", fields);
        strange(answer.texts().keySet(), counted(terms, false), "answers.", fields);
        strange(
                answer.groups().keySet(),
                terms.groups().stream().map(RespondentGroup::code).collect(Collectors.toSet()),
                "groups.",
                fields);
        return fields.errors();
    }

    private static void question(SurveyQuestion question, Answer answer, Fields fields) {
        String field = "answers." + question.code();
        List<String> chosen = answer.choices().getOrDefault(question.code(), List.of());
        boolean unanswered =
                question.hasOptions() ? chosen.isEmpty() : !answer.texts().containsKey(question.code());
        if (question.required() && unanswered) {
            fields.add(field, "not answered", "an answer to: " + question.text());
        }
        Set<String> options = codes(question.options());
        if (question.hasOptions() && !options.containsAll(chosen)) {
            fields.add(field, "not an option of this question", "of " + inOrder(question.options()));
        }
        if (question.kind() != QuestionKind.MULTIPLE && chosen.size() > 1) {
            fields.add(field, "more than one option", "one option");
        }
        if (chosen.stream().distinct().count() < chosen.size()) {
            fields.add(field, "an option stands twice", "each option once");
        }
    }

    private static void group(RespondentGroup group, Answer answer, Fields fields) {
        String value = answer.groups().get(group.code());
        if (value != null && !codes(group.values()).contains(value)) {
            fields.add("groups." + group.code(), "not a value of this group", "one of " + inOrder(group.values()));
        }
    }

    private static void strange(Set<String> given, Set<String> asked, String prefix, Fields fields) {
        given.stream()
                .filter(code -> !asked.contains(code))
                .forEach(code -> fields.add(
                        prefix + code,
                        "not asked in this way",
                        "of " + asked.stream().sorted().toList()));
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
