package org.linli.fund.obligation;

import org.joda.money.Money;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.EntryKind;
import org.linli.fund.ledger.JournalEntry;
import org.linli.platform.unit.StreetTime;

import java.util.Optional;

/**
 * What an accepted statement of one month changed in another month of the year, by what is carried between them.
 *
 * @param after the other month's obligation as it is then
 * @param cause the statement that was accepted
 * @param change owed after less owed before
 */
public record CarryOver(Obligation after, AcceptedStatement cause, Money change) {

    /** Receivable against fund for the change; nothing to book where nothing changed to the fen. */
    public Optional<JournalEntry> entry() {
        return change.isZero() ? Optional.empty() : Optional.of(booked());
    }

    private JournalEntry booked() {
        return new JournalEntry(
                EntryKind.CARRY,
                after.key().unit(),
                after.key().period(),
                StreetTime.dayOf(cause.acceptedAt()),
                cause.id() + "/" + after.key().period(),
                "负基数结转 Negative base carried, statement " + cause.id(),
                JournalEntry.move(Account.RETURN_RECEIVABLE, Account.RESIDENTS_FUND, change));
    }
}
