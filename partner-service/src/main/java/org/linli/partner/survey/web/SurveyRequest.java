package org.linli.partner.survey.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.survey.Admission;
import org.linli.partner.survey.Choice;
import org.linli.partner.survey.QuestionKind;
import org.linli.partner.survey.RespondentGroup;
import org.linli.partner.survey.SurveyQuestion;
import org.linli.partner.survey.SurveyTerms;
import org.linli.partner.survey.TermsRules;
import org.linli.platform.problem.SingleLine;
import org.linli.platform.request.Fields;
import org.linli.platform.text.Texts;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

@Schema(name = "SurveyRequest", description = "What a survey asks 需求调查内容")
record SurveyRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "440703006107",
                description = "Branch, 12 digits")
        @Nullable
        String unit,

        @Schema(example = "石冲社区居民需求调查") @NotBlank @Size(max = 200) @SingleLine @Nullable
        String title,

        @Schema(example = "三分钟，告诉我们您需要什么；不记名。") @Size(max = 2000) @Nullable
        String introduction,

        @NotNull @Size(min = 1, max = 30) @Nullable List<@NotNull @Valid @Nullable QuestionRequest> questions,

        @Schema(description = "What answers are told apart by 分组") @Size(max = 3) @Nullable
        List<@NotNull @Valid @Nullable GroupRequest> groups,

        @Schema(description = "CODE: by codes from a printed sheet; RESIDENT: signed in") @NotNull @Nullable
        Admission admission,

        @Schema(example = "2026-12-01", description = "First day, Shanghai time") @NotNull @Nullable
        LocalDate opensOn,

        @Schema(example = "2026-12-31", description = "Last day") @NotNull @Nullable
        LocalDate closesOn) {

    private static final String NOT_VALID = "The survey is not valid";

    static final String CODE = "[A-Za-z0-9][A-Za-z0-9_+.-]{0,39}";
    static final String CODE_IS = "up to 40 letters, digits and _ + . -, a letter or digit first";

    @Schema(name = "SurveyQuestionRequest")
    record QuestionRequest(
            @Schema(example = "CLASSES") @NotNull @Pattern(regexp = CODE, message = CODE_IS) @Nullable
            String code,

            @Schema(example = "您最想参加哪类课程？") @NotBlank @Size(max = 500) @Nullable
            String text,

            @NotNull @Nullable QuestionKind kind,

            @Schema(description = "False unless said otherwise; several ticks are never required") @Nullable
            Boolean required,

            @Schema(description = "For SINGLE and MULTIPLE; a SCALE is 1 to 5") @Size(max = 20) @Nullable
            List<@NotNull @Valid @Nullable ChoiceRequest> options) {

        private boolean hasOptionsOfScale() {
            return kind == QuestionKind.SCALE && options != null && !options.isEmpty();
        }

        SurveyQuestion question() {
            return new SurveyQuestion(
                    Objects.requireNonNull(code),
                    Texts.trimmed(Objects.requireNonNull(text)),
                    Objects.requireNonNull(kind),
                    Boolean.TRUE.equals(required),
                    choices(options));
        }
    }

    @Schema(name = "SurveyGroupRequest")
    record GroupRequest(
            @Schema(example = "AGE") @NotNull @Pattern(regexp = CODE, message = CODE_IS) @Nullable
            String code,

            @Schema(example = "您的年龄") @NotBlank @Size(max = 200) @SingleLine @Nullable
            String text,

            @NotNull @Size(min = 2, max = 12) @Nullable List<@NotNull @Valid @Nullable ChoiceRequest> values) {

        RespondentGroup group() {
            return new RespondentGroup(
                    Objects.requireNonNull(code), Texts.trimmed(Objects.requireNonNull(text)), choices(values));
        }
    }

    @Schema(name = "SurveyChoiceRequest")
    record ChoiceRequest(
            @Schema(example = "CALLIGRAPHY") @NotNull @Pattern(regexp = CODE, message = CODE_IS) @Nullable
            String code,

            @Schema(example = "书法") @NotBlank @Size(max = 200) @SingleLine @Nullable
            String text) {}

    /** @throws org.linli.platform.problem.ProblemException (422) with every field at fault */
    SurveyTerms toTerms() {
        return Fields.read(NOT_VALID, fields -> {
            SurveyTerms terms = new SurveyTerms(
                    fields.branch("unit", unit),
                    Texts.trimmed(Objects.requireNonNull(title)),
                    Texts.trimmedOrNull(introduction),
                    Objects.requireNonNull(questions).stream()
                            .map(one -> Objects.requireNonNull(one).question())
                            .toList(),
                    groups == null
                            ? List.of()
                            : groups.stream()
                                    .map(one -> Objects.requireNonNull(one).group())
                                    .toList(),
                    Objects.requireNonNull(admission),
                    fields.plannedDay("opensOn", opensOn),
                    fields.plannedDay("closesOn", closesOn));
            fields.addAll(TermsRules.faults(terms));
            checkScales(fields, questions);
            return terms;
        });
    }

    /** Its steps are given: options sent with it would be lost. */
    private static void checkScales(Fields fields, List<@Nullable QuestionRequest> questions) {
        for (int n = 0; n < questions.size(); n++) {
            if (Objects.requireNonNull(questions.get(n)).hasOptionsOfScale()) {
                fields.in("questions", n).add("options", "a scale is 1 to 5", "no options");
            }
        }
    }

    /** The day until which a survey is extended. */
    static LocalDate closingDay(@Nullable LocalDate stated) {
        return Fields.read(NOT_VALID, fields -> fields.plannedDay("closesOn", stated));
    }

    private static List<Choice> choices(@Nullable List<@Nullable ChoiceRequest> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .map(Objects::requireNonNull)
                        .map(one -> new Choice(
                                Objects.requireNonNull(one.code()), Texts.trimmed(Objects.requireNonNull(one.text()))))
                        .toList();
    }
}
