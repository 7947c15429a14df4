package org.linli.fund.funding;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.EntryKind;
import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.obligation.ObligationKey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money that has moved to cover an obligation. It is never changed; where the money went back, a {@link Reversal} says
 * so, and the funding stays readable.
 *
 * @param amount positive
 * @param date on which the money moved
 * @param reference of the bank, once a branch and period
 * @param reversal the document that took it back; absent while it stands
 */
public record Funding(
        long id,
        ObligationKey key,
        Money amount,
        LocalDate date,
        BankReference reference,
        String bookedBy,
        Instant bookedAt,
        @Nullable Reversal reversal) {

    /** Whether a funding stands. */
    @Schema(name = "FundingState")
    public enum State {
        BOOKED,
        REVERSED
    }

    public State state() {
        return reversal == null ? State.BOOKED : State.REVERSED;
    }

    /** Bank against receivable. */
    public JournalEntry entry() {
        return new JournalEntry(
                EntryKind.FUNDING,
                key.unit(),
                key.period(),
                date,
                "funding-" + id,
                "返还到账 Return funded, reference " + reference.text(),
                JournalEntry.move(Account.BANK, Account.RETURN_RECEIVABLE, amount));
    }

    /**
     * Why it cannot be taken back on that day, where it cannot.
     *
     * @param today in the fund's time zone
     */
    public Optional<ReversalRefusal> refusesReversal(LocalDate returnedOn, LocalDate today) {
        if (reversal != null) {
            return Optional.of(new ReversalRefusal.ReversedAlready(reversal.id()));
        }
        if (returnedOn.isAfter(today)) {
            return Optional.of(new ReversalRefusal.DateInFuture(today));
        }
        return returnedOn.isBefore(date) ? Optional.of(new ReversalRefusal.DateBeforeFunding(date)) : Optional.empty();
    }
}
