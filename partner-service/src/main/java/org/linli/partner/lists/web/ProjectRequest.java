package org.linli.partner.lists.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemTerms;
import org.linli.platform.problem.SingleLine;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

@Schema(name = "ProjectRequest", description = "What a unit would have somebody run 招募项目")
record ProjectRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "440703006107",
                description = "Branch (12 digits) or street (9); never changes")
        @Nullable
        String unit,

        @Schema(example = "长者书法班") @NotBlank @Size(max = 200) @SingleLine @Nullable
        String title,

        @Schema(example = "寻找一位书法老师，每周两晚为长者授课") @NotBlank @Size(max = 2000) @Nullable
        String seeking,

        @Schema(example = "[\"书法\", \"长者\"]", description = "Words to be matched by") @Size(max = 10) @Nullable
        List<@NotBlank @Size(max = 20) @SingleLine @Nullable String> topics,

        @Schema(example = "20", description = "People it is for") @Min(1) @Max(1_000_000) @Nullable
        Integer people,

        @Schema(description = "When it would run; none: at any time") @Size(max = 50) @Nullable
        List<@NotNull @Valid @Nullable SpanRequest> times,

        @Schema(description = "What may be spent on it") @Nullable
        Money budget,

        @Size(max = 4) @Nullable List<@NotNull @Nullable CooperationMode> modes,

        @Schema(example = "TRAINING", description = "Business line")
        @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "capital letters, digits and underscores, 2 to 40")
        @Nullable
        String line,

        @Schema(description = "Needs that it serves") @Size(max = 20) @Nullable
        List<@NotNull @Nullable UUID> needs,

        @Schema(description = "Resources, rooms among them, that it would have") @Size(max = 20) @Nullable
        List<@NotNull @Nullable UUID> resources) {

    ItemTerms toTerms() {
        return new ItemDraft(ItemKind.PROJECT, unit, title, "seeking", seeking, topics, times)
                .project(people, budget, once(modes), line, once(needs), once(resources));
    }

    private static <T> List<T> once(@Nullable List<@Nullable T> given) {
        return given == null
                ? List.of()
                : given.stream().<T>map(Objects::requireNonNull).distinct().toList();
    }
}
