package org.linli.fund.obligation;

import org.joda.money.Money;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.EntryKind;
import org.linli.fund.ledger.JournalEntry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One accepted statement's effect on an obligation.
 *
 * @param after the obligation as it is then
 * @param change owed after less owed before, negative where a correction lowers it
 * @param first whether the obligation came into being
 */
public record Accrual(Obligation after, AcceptedStatement statement, Money change, boolean first) {

    /** The books close by the calendar of the street. */
    public static final ZoneId BOOKS = ZoneId.of("Asia/Shanghai");

    /** Receivable against fund for the change; nothing to book where nothing changed. */
    public Optional<JournalEntry> entry() {
        return change.isZero() ? Optional.empty() : Optional.of(booked());
    }

    private JournalEntry booked() {
        return new JournalEntry(
                first ? EntryKind.ACCRUAL : EntryKind.CORRECTION,
                after.key().unit(),
                after.key().period(),
                LocalDate.ofInstant(statement.acceptedAt(), BOOKS),
                statement.id(),
                (first ? "收益返还计提 Return accrued, statement " : "收益返还更正 Return corrected, statement ") + statement.id(),
                JournalEntry.move(Account.RETURN_RECEIVABLE, Account.RESIDENTS_FUND, change));
    }
}
