package org.linli.fund.ledger;

import org.joda.money.Money;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/**
 * A balanced set of postings to the sub-accounts of one branch.
 *
 * @param source the document it was booked from, unique within the kind: one document is booked once
 * @param bookedOn date in the accounts
 */
public record JournalEntry(
        EntryKind kind,
        UnitCode unit,
        YearMonth period,
        LocalDate bookedOn,
        String source,
        String memo,
        List<Posting> postings) {

    /** @throws IllegalArgumentException unless debits and credits are equal and there is one of each at least */
    public JournalEntry {
        postings = List.copyOf(postings);
        if (postings.size() < 2 || !sum(postings, Posting::debit).isEqual(sum(postings, Posting::credit))) {
            throw new IllegalArgumentException("an entry balances: " + postings);
        }
    }

    /**
     * Moves an amount from one account to another. A negative amount moves it back: the sides change places, so that
     * the journal holds no negative figure.
     */
    public static List<Posting> move(Account debited, Account credited, Money amount) {
        Money size = amount.abs();
        return amount.isNegative()
                ? List.of(Posting.debit(credited, size), Posting.credit(debited, size))
                : List.of(Posting.debit(debited, size), Posting.credit(credited, size));
    }

    /** The sum of the debits, which is that of the credits. */
    public Money amount() {
        return sum(postings, Posting::debit);
    }

    private static Money sum(List<Posting> postings, Function<Posting, Money> side) {
        return postings.stream().map(side).reduce(Yuan.zero(), Money::plus);
    }
}
