package org.linli.partner.share;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.ShareBase;
import org.linli.partner.agreement.Terms;
import org.linli.platform.money.Yuan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * What of a turnover goes back to the branch.
 *
 * <p>The rule: base × rate, half up to the fen, once for the whole period. The base is the turnover, or the turnover
 * less its direct cost and never below zero. The tax contained in it is share × tax rate, half up to the fen.
 *
 * @param tax part of the amount
 */
public record Share(Money amount, Money tax) {

    /** By these terms. @throws NullPointerException where they share the profit and the cost is missing */
    public static Share of(Terms terms, Money turnover, @Nullable Money cost) {
        Money amount = part(base(terms.shareBase(), turnover, cost), terms.shareRate());
        return new Share(amount, part(amount, terms.taxRate()));
    }

    private static Money base(ShareBase base, Money turnover, @Nullable Money cost) {
        return switch (base) {
            case TURNOVER -> turnover;
            case PROFIT -> {
                Money profit = turnover.minus(Objects.requireNonNull(cost, "a share of the profit needs the cost"));
                yield profit.isNegative() ? Yuan.zero() : profit;
            }
        };
    }

    private static Money part(Money whole, BigDecimal rate) {
        return Yuan.of(whole.getAmount().multiply(rate).setScale(2, RoundingMode.HALF_UP));
    }

    /** What is to be booked where the other was booked before; negative where that was more. */
    public Share lessThan(@Nullable Share before) {
        return before == null ? this : new Share(amount.minus(before.amount), tax.minus(before.tax));
    }
}
