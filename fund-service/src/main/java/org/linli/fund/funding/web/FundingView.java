package org.linli.fund.funding.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.fund.funding.Funding;
import org.linli.fund.funding.Reversal;

import java.time.Instant;
import java.util.List;

@Schema(name = "Funding", description = "A transfer booked for an obligation")
record FundingView(
        @Schema(example = "17") String id,
        @Schema(example = "440703006101") String unit,
        @Schema(example = "2026-03") String period,
        @Schema(example = "1000.00") Money amount,
        @Schema(example = "2026-04-15") String date,
        @Schema(example = "ICBC-20260415-0017") String reference,
        String bookedBy,
        Instant bookedAt,

        @Schema(description = "REVERSED where it was taken back, and covers nothing any more")
        Funding.State state,

        @Schema(description = "The document that took it back; absent while it stands") @Nullable
        ReversalView reversal,

        List<HistoryStep> history) {

    static FundingView of(Funding funding) {
        Reversal reversal = funding.reversal();
        return new FundingView(
                String.valueOf(funding.id()),
                funding.key().unit().value(),
                funding.key().period().toString(),
                funding.amount(),
                funding.date().toString(),
                funding.reference().text(),
                funding.bookedBy(),
                funding.bookedAt(),
                funding.state(),
                reversal == null ? null : ReversalView.of(reversal),
                history(funding, reversal));
    }

    private static List<HistoryStep> history(Funding funding, @Nullable Reversal reversal) {
        HistoryStep booked = new HistoryStep("BOOKED", funding.bookedBy(), funding.bookedAt());
        return reversal == null
                ? List.of(booked)
                : List.of(booked, new HistoryStep("REVERSED", reversal.bookedBy(), reversal.bookedAt()));
    }
}
