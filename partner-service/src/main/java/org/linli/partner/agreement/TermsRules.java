package org.linli.partner.agreement;

import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;

import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What terms must be beyond the shape of each field. Finds every mistake, not the first. */
public final class TermsRules {

    private static final int LONGEST_YEARS = 20;

    private TermsRules() {}

    public static List<FieldError> mistakes(Terms terms) {
        return Stream.concat(days(terms), prices(terms)).toList();
    }

    private static Stream<FieldError> days(Terms terms) {
        if (terms.endsOn().isBefore(terms.startsOn())) {
            return Stream.of(new FieldError("terms.endsOn", "before the first day", terms.startsOn() + " or later"));
        }
        return terms.endsOn().isAfter(terms.startsOn().plusYears(LONGEST_YEARS))
                ? Stream.of(new FieldError("terms.endsOn", "too far away", "at most 20 years after the first day"))
                : Stream.of();
    }

    /** A price list that breaks its own promise is no price list. */
    private static Stream<FieldError> prices(Terms terms) {
        PricePromise promise = terms.promise();
        if (promise == null) {
            return Stream.of();
        }
        return IntStream.range(0, promise.list().size())
                .filter(i -> !promise.isKeptBy(
                        promise.list().get(i).price(), promise.list().get(i).market()))
                .mapToObj(i -> new FieldError(
                        "terms.priceList[" + i + "].price",
                        "above the promised part of the market price",
                        "at most " + highest(promise, promise.list().get(i))));
    }

    private static String highest(PricePromise promise, PriceItem item) {
        return Yuan.format(Yuan.of(item.market()
                .getAmount()
                .multiply(promise.percent())
                .movePointLeft(2)
                .setScale(2, RoundingMode.DOWN)));
    }
}
