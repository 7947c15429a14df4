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
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemTerms;
import org.linli.platform.problem.SingleLine;

import java.util.List;

@Schema(name = "ResourceRequest", description = "What there is 资源. Rooms come from /api/partner/rooms.")
record ResourceRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "440703006107",
                description = "Branch (12 digits) or street (9); never changes")
        @Nullable
        String unit,

        @NotNull @Nullable Kind kind,

        @Schema(example = "退休书法老师", description = "Never a person's name 勿填姓名")
        @NotBlank
        @Size(max = 200)
        @SingleLine
        @Nullable
        String title,

        @Schema(example = "可教楷书、隶书") @Size(max = 2000) @Nullable
        String detail,

        @Schema(example = "[\"书法\", \"国画\"]", description = "Words to be matched by: skills, uses, purposes")
        @Size(max = 10)
        @Nullable
        List<@NotBlank @Size(max = 20) @SingleLine @Nullable String> topics,

        @Schema(description = "When it is there; none: at any time") @Size(max = 50) @Nullable
        List<@NotNull @Valid @Nullable SpanRequest> times,

        @Schema(example = "1", description = "Pieces, or people") @Min(1) @Max(1_000_000) @Nullable
        Integer quantity,

        @Schema(description = "For MONEY") @Nullable Money amount) {

    /** What is entered here. */
    @Schema(name = "ResourceKindRequest")
    enum Kind {
        EQUIPMENT,
        PERSON,
        MONEY
    }

    ItemTerms toTerms() {
        ItemKind listed = ItemKind.valueOf(String.valueOf(kind));
        ItemDraft draft = new ItemDraft(listed, unit, title, "detail", detail, topics, times);
        if ((amount != null) != (kind == Kind.MONEY)) {
            draft.fault(
                    "amount",
                    kind == Kind.MONEY ? "missing" : "not of this kind",
                    kind == Kind.MONEY ? "an amount in yuan" : "none");
        }
        return draft.resource(quantity, amount);
    }
}
