package org.linli.fund.funding.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.linli.fund.funding.Funding;
import org.linli.fund.funding.Reversal;

import java.time.Instant;
import java.util.List;

@Schema(name = "Reversal", description = "A funding taken back, whole: a document of its own that is never changed")
record ReversalView(
        @Schema(example = "3") String id,

        @Schema(description = "BOOKED: a reversal is final", example = "BOOKED")
        Funding.State state,

        @Schema(description = "The funding it takes back", example = "17")
        String fundingId,

        @Schema(example = "440703006101") String unit,
        @Schema(example = "2026-03") String period,

        @Schema(description = "All of the funding", example = "1000.00")
        Money amount,

        @Schema(example = "2026-04-20") String date,
        @Schema(example = "RETURN-ICBC-20260420-0003") String reference,
        @Schema(example = "收款账户已注销，银行退回") String reason,
        String bookedBy,
        Instant bookedAt,
        List<HistoryStep> history) {

    static ReversalView of(Reversal reversal) {
        return new ReversalView(
                String.valueOf(reversal.id()),
                Funding.State.BOOKED,
                String.valueOf(reversal.fundingId()),
                reversal.key().unit().value(),
                reversal.key().period().toString(),
                reversal.amount(),
                reversal.date().toString(),
                reversal.reference().text(),
                reversal.reason(),
                reversal.bookedBy(),
                reversal.bookedAt(),
                List.of(new HistoryStep("BOOKED", reversal.bookedBy(), reversal.bookedAt())));
    }
}
