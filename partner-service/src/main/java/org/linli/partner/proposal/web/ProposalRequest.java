package org.linli.partner.proposal.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.proposal.ProposalContent;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.SingleLine;
import org.linli.platform.request.Fields;
import org.linli.platform.text.Texts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

@Schema(name = "ProposalRequest", description = "A proposal 项目申请. A draft may leave anything open but the call.")
record ProposalRequest(
        @Schema(description = "The call that it answers; with PUT it may be left out") @Nullable
        UUID callId,

        @Schema(example = "长者书法晚课") @Size(max = 200) @SingleLine @Nullable
        String title,

        @Schema(example = "每周二、四晚七点，两小时，二十人一班") @Size(max = 4000) @Nullable
        String summary,

        @Nullable CooperationMode mode,

        @Schema(example = "20.00", description = "Price promise 承诺价格") @Nullable
        Money priceYuan,

        @Schema(example = "60.00", description = "Price of the same on the market 市场价") @Nullable
        Money marketPriceYuan,

        @Schema(example = "15.00", description = "Share of income that goes back, percent 返还比例")
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @Nullable
        BigDecimal sharePercent,

        @Schema(example = "12", description = "Free sessions for residents a year 公益课时") @Min(0) @Max(10_000) @Nullable
        Integer benefitSessions,

        @Valid @Size(max = 20) @Nullable List<@NotNull @Valid @Nullable DocumentRequest> documents,

        @Schema(example = "true", description = "Hand it in at once; false unless said otherwise") @Nullable
        Boolean submit) {

    private static final String NOT_VALID = "The proposal is not valid";

    @Schema(name = "ProposalDocumentRequest")
    record DocumentRequest(
            @Schema(example = "LICENCE", description = "Code under which the call asks for it")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}")
            @Nullable
            String code,

            @NotNull @Nullable UUID documentId) {

        ProposalContent.Document document() {
            return new ProposalContent.Document(Objects.requireNonNull(code), Objects.requireNonNull(documentId));
        }
    }

    boolean submits() {
        return Boolean.TRUE.equals(submit);
    }

    /** @throws org.linli.platform.problem.ProblemException (422) where no call is named */
    UUID call() {
        return Optional.ofNullable(callId)
                .orElseThrow(() -> wrong("missing of a new proposal", "the id of an open call"));
    }

    /** @throws org.linli.platform.problem.ProblemException (422) where another call is named than it answers */
    void checkCall(UUID answered) {
        if (callId != null && !callId.equals(answered)) {
            throw wrong("a proposal stays with its call", answered.toString());
        }
    }

    /** @throws org.linli.platform.problem.ProblemException (422) with every amount at fault */
    ProposalContent toContent() {
        return Fields.read(
                NOT_VALID,
                fields -> new ProposalContent(
                        Texts.trimmedOrNull(title),
                        Texts.trimmedOrNull(summary),
                        mode,
                        fields.amountFromZero("priceYuan", priceYuan),
                        fields.amountFromZero("marketPriceYuan", marketPriceYuan),
                        sharePercent == null ? null : sharePercent.setScale(2),
                        benefitSessions,
                        Objects.requireNonNullElse(documents, List.<@Nullable DocumentRequest>of()).stream()
                                .map(given -> Objects.requireNonNull(given).document())
                                .toList()));
    }

    private static RuntimeException wrong(String reason, String expected) {
        return Problem.invalid(NOT_VALID).field("callId", reason, expected).exception();
    }
}
