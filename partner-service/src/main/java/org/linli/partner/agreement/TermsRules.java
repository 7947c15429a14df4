package org.linli.partner.agreement;

import org.linli.platform.money.Yuan;
import org.linli.platform.request.Fields;

import java.math.RoundingMode;

/** What terms must be beyond the shape of each field. Finds every mistake, not the first. */
public final class TermsRules {

    private static final int LONGEST_YEARS = 20;

    private TermsRules() {}

    /** @param fields of the terms */
    public static void check(Terms terms, Fields fields) {
        if (fields.inOrder("startsOn", terms.startsOn(), "endsOn", terms.endsOn(), "a day")
                && terms.endsOn().isAfter(terms.startsOn().plusYears(LONGEST_YEARS))) {
            fields.add("endsOn", "too far away", "at most 20 years after the first day");
        }
        prices(terms, fields);
    }

    /** A price list that breaks its own promise is no price list. */
    private static void prices(Terms terms, Fields fields) {
        PricePromise promise = terms.promise();
        if (promise == null) {
            return;
        }
        for (int i = 0; i < promise.list().size(); i++) {
            PriceItem item = promise.list().get(i);
            if (!promise.isKeptBy(item.price(), item.market())) {
                fields.in("priceList", i)
                        .add(
                                "price",
                                "above the promised part of the market price",
                                "at most " + highest(promise, item));
            }
        }
    }

    private static String highest(PricePromise promise, PriceItem item) {
        return Yuan.format(Yuan.of(item.market()
                .getAmount()
                .multiply(promise.percent())
                .movePointLeft(2)
                .setScale(2, RoundingMode.DOWN)));
    }
}
