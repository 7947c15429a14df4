package org.linli.fund.funding;

import org.joda.money.Money;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.EntryKind;
import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.obligation.ObligationKey;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Money that has moved to cover an obligation. It is never changed or taken back.
 *
 * @param amount positive
 * @param date on which the money moved
 * @param reference of the bank, unique for the branch and period
 */
public record Funding(
        long id, ObligationKey key, Money amount, LocalDate date, String reference, String bookedBy, Instant bookedAt) {

    /** Bank against receivable. */
    public JournalEntry entry() {
        return new JournalEntry(
                EntryKind.FUNDING,
                key.unit(),
                key.period(),
                date,
                "funding-" + id,
                "返还到账 Return funded, reference " + reference,
                JournalEntry.move(Account.BANK, Account.RETURN_RECEIVABLE, amount));
    }
}
