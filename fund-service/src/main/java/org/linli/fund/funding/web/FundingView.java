package org.linli.fund.funding.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.linli.fund.funding.Funding;

import java.time.Instant;

@Schema(description = "A transfer booked for an obligation")
record FundingView(
        @Schema(example = "17") String id,
        @Schema(example = "440703006101") String unit,
        @Schema(example = "2026-03") String period,
        @Schema(example = "1000.00") Money amount,
        @Schema(example = "2026-04-15") String date,
        @Schema(example = "ICBC-20260415-0017") String reference,
        String bookedBy,
        Instant bookedAt) {

    static FundingView of(Funding funding) {
        return new FundingView(
                String.valueOf(funding.id()),
                funding.key().unit().value(),
                funding.key().period().toString(),
                funding.amount(),
                funding.date().toString(),
                funding.reference(),
                funding.bookedBy(),
                funding.bookedAt());
    }
}
