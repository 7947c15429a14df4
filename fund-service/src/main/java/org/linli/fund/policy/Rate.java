package org.linli.fund.policy;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The share of the base that goes back to residents: 0.2000 to 1.0000, always four places.
 *
 * <p>Source of the floor: the street's measure on the return of community operating income
 * (社区经营收益返还资金使用管理办法): at least 20%.
 */
public record Rate(BigDecimal value) implements Comparable<Rate> {

    /** At least a fifth goes back. */
    public static final Rate FLOOR = new Rate(new BigDecimal("0.2000"));

    /** What a rate must look like, in words for an error message. */
    public static final String EXPECTED = "a decimal from 0.2000 to 1.0000 with up to four places";

    private static final Pattern PLAIN = Pattern.compile("[01](\\.[0-9]{1,4})?");

    /** @throws IllegalArgumentException where the value is below 0.20, above 1 or has more than four places */
    public Rate {
        if (!isAllowed(value)) {
            throw new IllegalArgumentException("not " + EXPECTED);
        }
        value = value.setScale(4);
    }

    /** The rate that a text states; nothing where it is none or lies outside the floor and the whole. */
    public static Optional<Rate> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(given -> PLAIN.matcher(given).matches())
                .map(BigDecimal::new)
                .filter(Rate::isAllowed)
                .map(Rate::new);
    }

    private static boolean isAllowed(BigDecimal value) {
        return value.compareTo(new BigDecimal("0.2")) >= 0
                && value.compareTo(BigDecimal.ONE) <= 0
                && value.stripTrailingZeros().scale() <= 4;
    }

    /** This share of the amount, rounded half up to the fen: the only place of the product that divides money. */
    public Money of(Money base) {
        return base.multipliedBy(value, RoundingMode.HALF_UP);
    }

    public Rate orHigher(Rate other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Rate other) {
        return value.compareTo(other.value);
    }

    /** Such as {@code 0.2000}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
