package org.linli.fund.ledger;

import org.joda.money.Money;
import org.linli.platform.money.Yuan;

import java.util.List;
import java.util.function.Function;

/**
 * The sums of every account over the sub-accounts of some branches.
 *
 * @param entries number of journal entries of those branches
 */
public record TrialBalance(List<Line> accounts, long entries) {

    /** Sums of one account's two sides. */
    public record Line(Account account, Money debits, Money credits) {

        /** On the account's own side, so that it is negative only where the account is overdrawn. */
        public Money balance() {
            return switch (account.normalSide()) {
                case DEBIT -> debits.minus(credits);
                case CREDIT -> credits.minus(debits);
            };
        }
    }

    public Money debits() {
        return sum(Line::debits);
    }

    public Money credits() {
        return sum(Line::credits);
    }

    private Money sum(Function<Line, Money> side) {
        return accounts.stream().map(side).reduce(Yuan.zero(), Money::plus);
    }
}
