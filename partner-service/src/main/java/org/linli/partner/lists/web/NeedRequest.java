package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.lists.Evidence;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemTerms;
import org.linli.platform.problem.SingleLine;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

@Schema(name = "NeedRequest", description = "What residents need 需求")
record NeedRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "440703006107",
                description = "Branch (12 digits) or street (9); never changes")
        @Nullable
        String unit,

        @Schema(example = "长者书法班") @NotBlank @Size(max = 200) @SingleLine @Nullable
        String title,

        @Schema(example = "希望每周两晚，离家近") @Size(max = 2000) @Nullable
        String detail,

        @Schema(example = "[\"书法\", \"长者\"]", description = "Words to be matched by") @Size(max = 10) @Nullable
        List<@NotBlank @Size(max = 20) @SingleLine @Nullable String> topics,

        @Schema(example = "60岁以上居民") @Size(max = 100) @SingleLine @Nullable
        String forWhom,

        @Schema(example = "36", description = "People; left out with evidence: as many as chose it")
        @Min(1)
        @Max(1_000_000)
        @Nullable
        Integer people,

        @Schema(description = "When it is wanted; none: at any time") @Size(max = 50) @Nullable
        List<@NotNull @Valid @Nullable SpanRequest> times,

        @Schema(description = "What may be spent on it") @Nullable
        Money budget,

        @Schema(description = "The option of a closed survey that it was read from") @Valid @Nullable
        EvidenceRequest evidence) {

    @Schema(name = "NeedEvidenceRequest")
    record EvidenceRequest(
            @NotNull @Nullable UUID survey,

            @Schema(example = "CLASSES") @NotBlank @Size(max = 40) @Nullable
            String question,

            @Schema(example = "CALLIGRAPHY") @NotBlank @Size(max = 40) @Nullable
            String option) {

        Evidence evidence() {
            return new Evidence(
                    Objects.requireNonNull(survey), Objects.requireNonNull(question), Objects.requireNonNull(option));
        }
    }

    ItemTerms toTerms() {
        return new ItemDraft(ItemKind.NEED, unit, title, "detail", detail, topics, times)
                .need(forWhom, people, budget, evidence == null ? null : evidence.evidence());
    }
}
