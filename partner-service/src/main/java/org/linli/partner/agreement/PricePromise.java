package org.linli.partner.agreement;

import org.joda.money.Money;

import java.math.BigDecimal;
import java.util.List;

/**
 * The promise to charge residents at most so much of the market price.
 *
 * @param percent of the market price, 0 to 100 with up to two places
 */
public record PricePromise(BigDecimal percent, List<PriceItem> list) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public PricePromise {
        list = List.copyOf(list);
    }

    /** Whether this price keeps it: compared without dividing, so exactly. */
    public boolean isKeptBy(Money price, Money market) {
        return price.getAmount().multiply(HUNDRED).compareTo(market.getAmount().multiply(percent)) <= 0;
    }
}
