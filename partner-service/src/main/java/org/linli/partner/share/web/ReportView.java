package org.linli.partner.share.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.share.Figures;
import org.linli.partner.share.ReportKey;
import org.linli.partner.share.TurnoverReport;
import org.linli.partner.share.application.StoredReport;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

@Schema(name = "TurnoverReport", description = "One version of what a partner took in, and its share 营业额申报")
record ReportView(
        String id,
        String agreementId,
        UnitCode unit,
        @Nullable String unitName,
        String partnerId,
        @Schema(example = "杏林堂诊所") String partner,
        YearMonth period,

        @Schema(description = "From 1 for each agreement and period")
        int number,

        @Schema(example = "CONFIRMED", description = "REPORTED, DISPUTED, ANSWERED, CONFIRMED or SUPERSEDED")
        String state,

        Money turnover,
        @Nullable Money cost,

        @Schema(description = "Version of the agreement that counts for the period")
        int termsVersion,

        String line,
        @Nullable String project,
        String base,
        @Schema(example = "0.1500") String rate,

        @Schema(description = "Base × rate, half up to the fen")
        Money share,

        @Schema(description = "Contained in the share") Money tax,

        @Schema(description = "What the confirmation booked: the difference to the share confirmed before") @Nullable
        Money change,

        @Schema(description = "Number of the revenue entry at the branch", example = "SHARE-0000000000a1-2026-03-1")
        @Nullable
        String entryNo,

        List<String> evidence,
        @Nullable String note,

        @Schema(description = "Days by which it came after its day; 0 in time")
        int daysLate,

        String reportedBy,
        Instant reportedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,

        @Schema(description = "Why it was disputed") @Nullable
        String reason,

        @Schema(description = "Counts every change; the ETag")
        long version) {

    static ReportView of(StoredReport known) {
        TurnoverReport.Reported reported = known.report().reported();
        ReportKey key = reported.key();
        Figures figures = reported.figures();
        return new ReportView(
                known.id().toString(),
                key.agreement().toString(),
                known.unit(),
                known.unitName(),
                known.partner().toString(),
                known.partnerName(),
                key.period(),
                key.version(),
                known.report().state(),
                figures.turnover(),
                figures.cost(),
                known.termsVersion(),
                known.booking().line(),
                known.booking().project(),
                known.booking().base().name(),
                known.booking().rate().toPlainString(),
                figures.share().amount(),
                figures.share().tax(),
                known.change() == null ? null : known.change().amount(),
                known.change() == null ? null : key.entryNo(),
                known.evidence(),
                known.note(),
                known.daysLate(),
                reported.by(),
                reported.at(),
                known.decidedBy(),
                known.decidedAt(),
                known.reason(),
                known.revision());
    }
}
