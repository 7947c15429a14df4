package org.linli.partner.survey.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.survey.Answer;
import org.linli.platform.request.Fields;
import org.linli.platform.text.PersonalNumbers;
import org.linli.platform.text.Texts;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

@Schema(name = "AnswerRequest", description = "One person's answer 作答")
record AnswerRequest(
        @Schema(example = "0Z7Q-K3M9-F2TA", description = "As printed; only where the survey is answered by code")
        @Size(max = 40)
        @Nullable
        String code,

        @Schema(
                example = "mW4kP9vT2xQz7LbN3cRd5A",
                description =
                        "Only with a code: that of the first answer, to send it again or correct it; or one of your own"
                                + " with the first")
        @Size(min = 20, max = 100)
        @Nullable
        String receipt,

        @Size(max = 3) @Nullable List<@NotNull @Valid @Nullable Said> groups,

        @NotNull @Size(max = 30) @Nullable List<@NotNull @Valid @Nullable Answered> answers) {

    @Schema(name = "AnswerSaidRequest")
    record Said(
            @Schema(example = "AGE") @NotNull @Size(max = 40) @Nullable
            String group,

            @Schema(example = "60+") @NotNull @Size(max = 40) @Nullable
            String value) {}

    @Schema(name = "AnsweredRequest")
    record Answered(
            @Schema(example = "CLASSES") @NotNull @Size(max = 40) @Nullable
            String question,

            @Schema(example = "[\"CALLIGRAPHY\"]", description = "Options, or the step of a scale")
            @Size(max = 20)
            @Nullable
            List<@NotNull @Size(max = 40) @Nullable String> choices,

            @Schema(example = "周末最方便", description = "Words, without names or numbers 请勿填写个人信息")
            @Size(max = 500)
            @Nullable
            String text) {

        /** In the order of their codes. */
        List<String> chosen() {
            return choices == null
                    ? List.of()
                    : choices.stream().map(Objects::requireNonNull).sorted().toList();
        }
    }

    /** What is said twice of one question or group is a 422; an empty answer is none. */
    Answer toAnswer() {
        return Fields.read("The answer is not complete or not valid", fields -> {
            SortedMap<String, String> said = new TreeMap<>();
            for (@Nullable Said one : groups == null ? List.<@Nullable Said>of() : groups) {
                String code = Objects.requireNonNull(Objects.requireNonNull(one).group());
                once(fields, "groups." + code, said.put(code, Objects.requireNonNull(one.value())));
            }
            SortedMap<String, List<String>> choices = new TreeMap<>();
            SortedMap<String, String> texts = new TreeMap<>();
            for (@Nullable Answered given : Objects.requireNonNull(answers)) {
                Answered one = Objects.requireNonNull(given);
                String question = Objects.requireNonNull(one.question());
                String field = "answers." + question;
                List<String> chosen = one.chosen();
                if (!chosen.isEmpty()) {
                    once(fields, field, choices.put(question, chosen));
                }
                if (one.text() != null && !Texts.isBlank(one.text())) {
                    once(fields, field, texts.put(question, words(fields, field, one.text())));
                }
            }
            return new Answer(said, choices, texts);
        });
    }

    /** Others read them: a number that names a person is a fault that its writer can still mend. */
    private static String words(Fields fields, String field, String text) {
        if (PersonalNumbers.in(text)) {
            fields.add(field, PersonalNumbers.FAULT, "words without personal data 请勿填写个人信息");
        }
        return Texts.trimmed(text);
    }

    private static void once(Fields fields, String field, @Nullable Object before) {
        if (before != null) {
            fields.add(field, "stands twice", "once");
        }
    }
}
