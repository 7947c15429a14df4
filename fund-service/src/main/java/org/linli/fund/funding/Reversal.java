package org.linli.fund.funding;

import org.joda.money.Money;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.EntryKind;
import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.obligation.ObligationKey;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A funding taken back, whole: its transfer came back from the bank, or was never one for this obligation. It is never
 * changed; where it was wrong itself, the money is booked again as a funding of its own.
 *
 * @param amount of the funding
 * @param date on which the money went back: not before the funding's
 * @param reference of the bank, once a branch and period
 */
public record Reversal(
        long id,
        long fundingId,
        ObligationKey key,
        Money amount,
        LocalDate date,
        BankReference reference,
        String reason,
        String bookedBy,
        Instant bookedAt) {

    /** The funding's entry the other way round. */
    public JournalEntry entry() {
        return new JournalEntry(
                EntryKind.FUNDING_REVERSAL,
                key.unit(),
                key.period(),
                date,
                "funding-reversal-" + id,
                "返还冲销 Funding " + fundingId + " reversed, reference " + reference.text(),
                JournalEntry.move(Account.BANK, Account.RETURN_RECEIVABLE, amount.negated()));
    }
}
