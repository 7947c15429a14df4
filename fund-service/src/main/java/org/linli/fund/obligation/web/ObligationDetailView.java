package org.linli.fund.obligation.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.linli.fund.obligation.application.ObligationQueries.AccrualLine;
import org.linli.fund.obligation.application.ObligationQueries.FundingLine;
import org.linli.fund.obligation.application.ObligationQueries.Line;

import java.time.Instant;
import java.util.List;

@Schema(description = "An obligation with all that made it: the accepted statements and the money that moved")
record ObligationDetailView(
        @JsonUnwrapped ObligationView obligation, List<AccrualView> accruals, List<FundingRowView> fundings) {

    @Schema(description = "One accepted version of the statement and the difference it made")
    record AccrualView(
            @Schema(example = "440703006101-2026-03-1") String statementId,
            Money gross,
            Money tax,
            Money directCost,
            Money base,
            @Schema(description = "After this version") Money owed,

            @Schema(description = "After it less before it", example = "-12.00")
            Money change,

            String acceptedBy,
            Instant acceptedAt) {}

    @Schema(description = "One transfer for the obligation")
    record FundingRowView(String id, Money amount, String date, String reference, String bookedBy, Instant bookedAt) {}

    static ObligationDetailView of(Line line, List<AccrualLine> accruals, List<FundingLine> fundings) {
        return new ObligationDetailView(
                ObligationView.of(line),
                accruals.stream().map(ObligationDetailView::accrual).toList(),
                fundings.stream().map(ObligationDetailView::funding).toList());
    }

    private static AccrualView accrual(AccrualLine line) {
        return new AccrualView(
                line.statementId(),
                line.figures().gross(),
                line.figures().tax(),
                line.figures().directCost(),
                line.base(),
                line.owed(),
                line.change(),
                line.acceptedBy(),
                line.acceptedAt());
    }

    private static FundingRowView funding(FundingLine line) {
        return new FundingRowView(
                String.valueOf(line.id()),
                line.amount(),
                line.date().toString(),
                line.reference(),
                line.bookedBy(),
                line.bookedAt());
    }
}
