package org.linli.fund.funding.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.fund.funding.BankReference;
import org.linli.fund.funding.ReverseFunding;
import org.linli.platform.request.Fields;

@Schema(name = "ReversalRequest", description = "Why a funding is taken back, whole, and by which movement of the bank")
record ReversalRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "1 to 500 characters",
                example = "收款账户已注销，银行退回")
        @Nullable
        String reason,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description =
                        "Of the bank for the way back, 1 to 200 characters, once a branch and period, fundings and"
                                + " reversals together",
                example = "RETURN-ICBC-20260420-0003")
        @Nullable
        String reference,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "On which the money went back: not before the funding, not in the future",
                example = "2026-04-20")
        @Nullable
        String date) {

    private static final int LONGEST_REASON = 500;

    /** @throws org.linli.platform.problem.ProblemException (422) with every field at fault */
    ReverseFunding toCommand(long funding) {
        return Fields.read("The reversal is not valid", fields -> {
            String why = fields.line("reason", reason, LONGEST_REASON);
            BankReference movement = fields.value(
                    "reference",
                    reference,
                    BankReference.parse(reference),
                    BankReference.EXPECTED,
                    new BankReference(""));
            return new ReverseFunding(funding, fields.day("date", date), movement, why);
        });
    }
}
