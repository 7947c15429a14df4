package org.linli.fund.funding.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.fund.funding.BankReference;
import org.linli.fund.funding.FundObligation;
import org.linli.fund.obligation.ObligationKey;
import org.linli.platform.money.Yuan;
import org.linli.platform.request.Fields;

@Schema(name = "FundingRequest", description = "A transfer that covers a part or all of an obligation")
record FundingRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Branch", example = "440703006101") @Nullable
        String unit,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Period of the obligation",
                example = "2026-03")
        @Nullable
        String period,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "In yuan, above zero and at most what is outstanding",
                example = "1000.00")
        @Nullable
        String amount,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "On which the money moved: not before the period, not in the future",
                example = "2026-04-15")
        @Nullable
        String date,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description =
                        "Of the bank, 1 to 200 characters, once a branch and period, fundings and reversals together",
                example = "ICBC-20260415-0017")
        @Nullable
        String reference) {

    /** @throws org.linli.platform.problem.ProblemException (422) with every field at fault */
    FundObligation toCommand() {
        return Fields.read(
                "The funding is not valid",
                fields -> new FundObligation(
                        new ObligationKey(fields.branch("unit", unit), fields.period("period", period)),
                        fields.value(
                                "amount",
                                amount,
                                Yuan.parse(amount).filter(Money::isPositive),
                                expectedAmount(),
                                Yuan.zero()),
                        fields.day("date", date),
                        fields.value(
                                "reference",
                                reference,
                                BankReference.parse(reference),
                                BankReference.EXPECTED,
                                new BankReference(""))));
    }

    /** A transfer that came back is no negative one. */
    private String expectedAmount() {
        return Yuan.parse(amount).filter(Money::isNegative).isPresent()
                ? "above zero; money that came back: POST /api/fund/fundings/{id}/reversal"
                : "above zero; " + Yuan.expected(amount);
    }
}
