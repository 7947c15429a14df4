package org.linli.partner.share.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.id.Ids;
import org.linli.partner.share.StatedFigures;
import org.linli.partner.share.application.ReportTurnover.Draft;
import org.linli.platform.request.Fields;

import java.util.ArrayList;
import java.util.List;

@Schema(name = "ReportRequest", description = "What a partner took in under an agreement in a period 营业额申报")
record ReportRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0198c0de-0000-7000-8000-000000000001") @Nullable
        String agreementId,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "2026-03",
                description = "A month that is over 所属期")
        @Nullable
        String period,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "12345.70", description = "Yuan 营业额") @Nullable
        String turnover,

        @Schema(example = "8000.00", description = "Direct cost; needed where the profit is shared 直接成本") @Nullable
        String cost,

        @Schema(example = "[\"pos-2026-03.pdf\"]", description = "Up to 50 texts or ids 凭证") @Nullable
        List<@Nullable String> evidence,

        @Schema(example = "含两次义诊", description = "Up to 1000 characters 说明") @Nullable
        String note) {

    static final int MOST_EVIDENCE = 50;
    static final int LONGEST_EVIDENCE = 200;

    /** Adds what is wrong to the fields. */
    Draft read(Fields fields) {
        List<String> proofs = new ArrayList<>();
        List<@Nullable String> given = evidence == null ? List.of() : evidence;
        if (given.size() > MOST_EVIDENCE) {
            fields.add("evidence", "too many", "up to " + MOST_EVIDENCE);
        } else {
            for (int i = 0; i < given.size(); i++) {
                proofs.add(fields.text("evidence[" + i + "]", given.get(i), LONGEST_EVIDENCE));
            }
        }
        return new Draft(
                fields.value("agreementId", agreementId, Ids.parse(agreementId), Ids.EXPECTED, Ids.LAST),
                fields.period("period", period),
                new StatedFigures(
                        fields.amountFromZero("turnover", turnover),
                        cost == null || cost.isEmpty() ? null : fields.amountFromZero("cost", cost)),
                proofs,
                fields.textOrNull("note", note, 1000));
    }
}
