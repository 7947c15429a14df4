package org.linli.fund.obligation;

import org.joda.money.Money;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.EntryKind;
import org.linli.fund.ledger.JournalEntry;
import org.linli.platform.unit.StreetTime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One accepted statement's effect on an obligation, and on those of other months of the year that a negative base is
 * carried to.
 *
 * @param after the obligation as it is then
 * @param change owed after less owed before, negative where a correction lowers it
 * @param first whether the obligation came into being
 * @param carriedOver other months whose part of what is carried has changed, in the order of time
 */
public record Accrual(
        Obligation after, AcceptedStatement statement, Money change, boolean first, List<CarryOver> carriedOver) {

    /** Receivable against fund for the change; nothing to book where nothing changed. */
    public Optional<JournalEntry> entry() {
        return change.isZero() ? Optional.empty() : Optional.of(booked());
    }

    /** Its own entry and those of the months that are carried to. */
    public Stream<JournalEntry> entries() {
        return Stream.concat(entry().stream(), carriedOver.stream().flatMap(month -> month.entry().stream()));
    }

    /** Each obligation that it changed, as it is then. */
    Stream<Obligation> obligations() {
        return Stream.concat(Stream.of(after), carriedOver.stream().map(CarryOver::after));
    }

    private JournalEntry booked() {
        return new JournalEntry(
                first ? EntryKind.ACCRUAL : EntryKind.CORRECTION,
                after.key().unit(),
                after.key().period(),
                StreetTime.dayOf(statement.acceptedAt()),
                statement.id(),
                (first ? "收益返还计提 Return accrued, statement " : "收益返还更正 Return corrected, statement ") + statement.id(),
                JournalEntry.move(Account.RETURN_RECEIVABLE, Account.RESIDENTS_FUND, change));
    }
}
