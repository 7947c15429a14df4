package org.linli.fund.ledger.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.linli.fund.ledger.EntryKind;
import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.ledger.Posting;
import org.linli.fund.ledger.application.LedgerQueries.Booked;

import java.time.Instant;
import java.util.List;

@Schema(name = "Entry", description = "A journal entry with its postings to the branch's sub-accounts")
record EntryView(
        @Schema(example = "42") String id,
        EntryKind kind,
        @Schema(example = "440703006101") String unit,
        @Schema(example = "2026-03") String period,

        @Schema(description = "Date in the accounts", example = "2026-04-03")
        String bookedOn,

        @Schema(
                description = "The statement, funding or reversal it was booked from",
                example = "440703006101-2026-03-1")
        String source,

        String memo,
        Instant recordedAt,
        List<PostingView> postings) {

    @Schema(name = "EntryPosting", description = "One side of an entry")
    record PostingView(
            @Schema(example = "1221") String account,
            @Schema(example = "应收返还款 Return receivable") String name,
            @Schema(example = "1234.56") Money debit,
            @Schema(example = "0.00") Money credit) {}

    static EntryView of(Booked booked) {
        JournalEntry entry = booked.entry();
        return new EntryView(
                String.valueOf(booked.id()),
                entry.kind(),
                entry.unit().value(),
                entry.period().toString(),
                entry.bookedOn().toString(),
                entry.source(),
                entry.memo(),
                booked.recordedAt(),
                entry.postings().stream().map(EntryView::posting).toList());
    }

    private static PostingView posting(Posting posting) {
        return new PostingView(
                posting.account().code(), posting.account().displayName(), posting.debit(), posting.credit());
    }
}
