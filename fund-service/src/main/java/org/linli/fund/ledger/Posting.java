package org.linli.fund.ledger;

import org.joda.money.Money;
import org.linli.platform.money.Yuan;

/** One side of an entry: an amount on the debit or the credit side of an account, never on both and never zero. */
public record Posting(Account account, Money debit, Money credit) {

    /** @throws IllegalArgumentException unless exactly one side holds a positive amount and the other none */
    public Posting {
        boolean oneSided = debit.isPositive() ? credit.isZero() : debit.isZero() && credit.isPositive();
        if (!oneSided) {
            throw new IllegalArgumentException("a posting has one positive side: " + debit + " / " + credit);
        }
    }

    public static Posting debit(Account account, Money amount) {
        return new Posting(account, amount, Yuan.zero());
    }

    public static Posting credit(Account account, Money amount) {
        return new Posting(account, Yuan.zero(), amount);
    }
}
