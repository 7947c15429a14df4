package org.linli.partner.call.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.Criterion;
import org.linli.partner.call.DocumentRequirement;
import org.linli.partner.call.TermsRules;
import org.linli.platform.problem.NoPersonalNumbers;
import org.linli.platform.problem.SingleLine;
import org.linli.platform.request.Fields;
import org.linli.platform.text.Texts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

@Schema(name = "CallRequest", description = "What a call says 英雄帖内容")
record CallRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "440703006107",
                description = "Branch (12 digits) or street (9)")
        @Nullable
        String unit,

        @Schema(example = "石冲社区长者书法班招募") @NotBlank @Size(max = 200) @SingleLine @NoPersonalNumbers @Nullable
        String title,

        @Schema(example = "寻找一位书法老师，每周两晚为长者授课", description = "What is sought 需求")
        @NotBlank
        @Size(max = 4000)
        @NoPersonalNumbers
        @Nullable
        String seeking,

        @NotNull @Size(min = 1, max = 4) @Nullable List<@NotNull @Nullable CooperationMode> modes,

        @Schema(example = "TRAINING", description = "Business line") @NotNull @Pattern(regexp = CODE) @Nullable
        String line,

        @Schema(example = "收费不高于市场价的一半；收入的15%返还社区", description = "Conditions 条件")
        @Size(max = 4000)
        @NoPersonalNumbers
        @Nullable
        String conditions,

        @Schema(
                example = "2027-01-31T16:00:00Z",
                type = "string",
                format = "date-time",
                description = "Until when, exclusive 截止时间")
        @NotNull
        @Nullable
        Instant deadline,

        @Schema(description = "Weights sum to 100") @NotNull @Valid @Size(min = 1, max = 20) @Nullable
        List<@NotNull @Valid @Nullable CriterionRequest> criteria,

        @Valid @Size(max = 20) @Nullable List<@NotNull @Valid @Nullable DocumentRequest> documents) {

    static final String CODE = "[A-Z][A-Z0-9_]{1,39}";

    @Schema(name = "CallCriterionRequest")
    record CriterionRequest(
            @Schema(example = "BENEFIT") @NotNull @Pattern(regexp = CODE) @Nullable
            String code,

            @Schema(example = "公益性") @NotBlank @Size(max = 100) @SingleLine @NoPersonalNumbers @Nullable
            String name,

            @Schema(example = "100", description = "Percent") @NotNull @Min(1) @Max(100) @Nullable
            Integer weight) {

        Criterion criterion() {
            return new Criterion(
                    Objects.requireNonNull(code),
                    Texts.trimmed(Objects.requireNonNull(name)),
                    Objects.requireNonNull(weight));
        }
    }

    @Schema(name = "CallDocumentRequest")
    record DocumentRequest(
            @Schema(example = "LICENCE") @NotNull @Pattern(regexp = CODE) @Nullable
            String code,

            @Schema(example = "营业执照") @NotBlank @Size(max = 100) @SingleLine @NoPersonalNumbers @Nullable
            String name,

            @Schema(example = "true", description = "True unless said otherwise") @Nullable
            Boolean required) {

        DocumentRequirement document() {
            return new DocumentRequirement(
                    Objects.requireNonNull(code),
                    Texts.trimmed(Objects.requireNonNull(name)),
                    !Boolean.FALSE.equals(required));
        }
    }

    /** @throws org.linli.platform.problem.ProblemException (422) with every field at fault */
    CallTerms toTerms() {
        return Fields.read(CallDeadline.NOT_VALID, fields -> {
            CallTerms terms = new CallTerms(
                    fields.branchOrStreet("unit", unit),
                    Texts.trimmed(Objects.requireNonNull(title)),
                    Texts.trimmed(Objects.requireNonNull(seeking)),
                    Objects.requireNonNull(modes).stream()
                            .map(Objects::requireNonNull)
                            .toList(),
                    Objects.requireNonNull(line),
                    Texts.trimmedOrNull(conditions),
                    CallDeadline.read(fields, deadline),
                    Objects.requireNonNull(criteria).stream()
                            .map(one -> Objects.requireNonNull(one).criterion())
                            .toList(),
                    Objects.requireNonNullElse(documents, List.<@Nullable DocumentRequest>of()).stream()
                            .map(one -> Objects.requireNonNull(one).document())
                            .toList());
            fields.addAll(TermsRules.faults(terms));
            return terms;
        });
    }
}
