package org.linli.fund.obligation.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.fund.obligation.application.ObligationQueries.AccrualLine;
import org.linli.fund.obligation.application.ObligationQueries.CarryLine;
import org.linli.fund.obligation.application.ObligationQueries.FundingLine;
import org.linli.fund.obligation.application.ObligationQueries.Line;

import java.time.Instant;
import java.util.List;

@Schema(
        name = "ObligationDetail",
        description = "An obligation with all that made it: the accepted statements and the money that moved")
record ObligationDetailView(
        @JsonUnwrapped ObligationView obligation,
        List<AccrualView> accruals,

        @Schema(description = "What other months of the year changed in it, by a negative base carried between them")
        List<CarryView> carries,

        List<FundingRowView> fundings) {

    @Schema(
            name = "ObligationDetailAccrual",
            description = "One accepted version of the statement and the difference it made")
    record AccrualView(
            @Schema(example = "440703006101-2026-03-1") String statementId,
            Money gross,
            Money tax,
            Money directCost,
            Money base,

            @Schema(description = "What other months brought to the base, after this version")
            Money carried,

            @Schema(description = "After this version") Money owed,

            @Schema(description = "After it less before it", example = "-12.00")
            Money change,

            String acceptedBy,
            Instant acceptedAt) {}

    @Schema(
            name = "ObligationDetailCarry",
            description = "What the acceptance of another month's statement changed in this one")
    record CarryView(
            @Schema(description = "Of the other month", example = "440703006101-2026-08-1")
            String statementId,

            @Schema(description = "What other months bring to the base, after it", example = "-10000.00")
            Money carried,

            @Schema(description = "After it", example = "0.00")
            Money owed,

            @Schema(description = "After it less before it", example = "-2000.00")
            Money change,

            Instant at) {}

    @Schema(name = "ObligationDetailFundingRow", description = "One transfer for the obligation")
    record FundingRowView(
            String id,
            Money amount,
            String date,
            String reference,
            String bookedBy,
            Instant bookedAt,

            @Schema(description = "The reversal that took it back; absent while it stands", example = "3") @Nullable
            String reversalId) {}

    static ObligationDetailView of(
            Line line, List<AccrualLine> accruals, List<CarryLine> carries, List<FundingLine> fundings) {
        return new ObligationDetailView(
                ObligationView.of(line),
                accruals.stream().map(ObligationDetailView::accrual).toList(),
                carries.stream().map(ObligationDetailView::carry).toList(),
                fundings.stream().map(ObligationDetailView::funding).toList());
    }

    private static AccrualView accrual(AccrualLine line) {
        return new AccrualView(
                line.statementId(),
                line.figures().gross(),
                line.figures().tax(),
                line.figures().directCost(),
                line.base(),
                line.carried(),
                line.owed(),
                line.change(),
                line.acceptedBy(),
                line.acceptedAt());
    }

    private static CarryView carry(CarryLine line) {
        return new CarryView(line.statementId(), line.carried(), line.owed(), line.change(), line.at());
    }

    private static FundingRowView funding(FundingLine line) {
        return new FundingRowView(
                String.valueOf(line.id()),
                line.amount(),
                line.date().toString(),
                line.reference(),
                line.bookedBy(),
                line.bookedAt(),
                line.reversal() == null ? null : String.valueOf(line.reversal()));
    }
}
