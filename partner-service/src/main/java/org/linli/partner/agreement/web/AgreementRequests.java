package org.linli.partner.agreement.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Settlement;
import org.linli.partner.agreement.Terms;
import org.linli.partner.id.Ids;
import org.linli.platform.request.Fields;
import org.linli.platform.unit.UnitCode;

import java.util.Optional;
import java.util.UUID;

/** What callers send with commands on agreements. */
final class AgreementRequests {

    private static final int LONGEST_REASON = 1000;

    private AgreementRequests() {}

    @Schema(name = "AgreementDraftRequest")
    record DraftRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "0198c0de-0000-7000-8000-000000000001",
                    description = "An accepted proposal 已采纳的提案")
            @Nullable
            String proposalId,

            @Schema(
                    example = "440703006107",
                    description = "The branch that carries it out; needed where the street called 承办社区")
            @Nullable
            String unit,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            TermsRequest terms) {

        Draft read() {
            return Fields.read(
                    "The agreement is not valid",
                    fields -> new Draft(
                            fields.value("proposalId", proposalId, Ids.parse(proposalId), Ids.EXPECTED, Ids.LAST),
                            unit == null ? null : fields.unit("unit", unit),
                            AgreementRequests.terms(fields, terms)));
        }
    }

    record Draft(UUID proposal, @Nullable UnitCode branch, Terms terms) {}

    @Schema(name = "AgreementTermsOnlyRequest")
    record TermsOnlyRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            TermsRequest terms) {

        Terms read() {
            return Fields.read("The terms are not valid", fields -> AgreementRequests.terms(fields, terms));
        }
    }

    @Schema(name = "AgreementSignRequest")
    record SignRequest(
            @Schema(example = "scan-2026-0042", description = "Id of the signed paper, where there is one 签署件")
            @Nullable
            String evidence) {

        @Nullable
        String read() {
            return Fields.read(
                            "The signature is not valid",
                            fields -> Optional.ofNullable(fields.textOrNull("evidence", evidence, 200)))
                    .orElse(null);
        }
    }

    @Schema(name = "AgreementEndRequest")
    record EndRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "合伙人迁出本市",
                    description = "Up to 1000 characters 退出原因")
            @Nullable
            String reason,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "2026-09-30",
                    description = "Within the agreed time 最后一天")
            @Nullable
            String lastDay,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "0.00",
                    description = "Shares the partner still owes 未结返还")
            @Nullable
            String sharesOutstanding,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "2000.00",
                    description = "With depositKept the whole deposit 退还押金")
            @Nullable
            String depositReturned,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0.00") @Nullable
            String depositKept) {

        Settlement read() {
            return Fields.read(
                    "The settlement is not valid",
                    fields -> new Settlement(
                            fields.text("reason", reason, LONGEST_REASON),
                            fields.day("lastDay", lastDay),
                            fields.amountFromZero("sharesOutstanding", sharesOutstanding),
                            fields.amountFromZero("depositReturned", depositReturned),
                            fields.amountFromZero("depositKept", depositKept)));
        }
    }

    private static Terms terms(Fields fields, @Nullable TermsRequest given) {
        TermsRequest terms = given == null
                ? new TermsRequest(null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                : given;
        return terms.read(fields.in("terms"));
    }
}
