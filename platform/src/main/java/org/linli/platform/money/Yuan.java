package org.linli.platform.money;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one currency of the product, in its three exact forms: {@link Money} in Java, whole fen ({@code long}) in
 * tables, a plain decimal string in yuan with two places on the wire.
 */
public final class Yuan {

    /** What an amount on the wire must look like, in words for an error message. */
    public static final String EXPECTED =
            "an amount in yuan as a plain decimal with up to two places, below 1,000,000,000,000 in size";

    private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,2})?");

    private Yuan() {}

    public static Money zero() {
        return Money.zero(CNY);
    }

    public static Money ofFen(long fen) {
        return Money.ofMinor(CNY, fen);
    }

    /** @throws ArithmeticException where the amount does not fit 64 bits of fen */
    public static long fen(Money money) {
        return money.getAmountMinorLong();
    }

    /** The amount that the text states; nothing where it is not a plain decimal below 10^12 with up to two places. */
    public static Optional<Money> parse(@Nullable String text) {
        return text != null && PLAIN.matcher(text).matches()
                ? Optional.of(Money.of(CNY, new BigDecimal(text)))
                : Optional.empty();
    }

    /** @throws ArithmeticException where the amount has more than two places: nothing is ever rounded here */
    public static Money of(BigDecimal amount) {
        return Money.of(CNY, amount);
    }

    /** Plain decimal with exactly two places, such as {@code -1234.50}. */
    public static String format(Money money) {
        return money.getAmount().toPlainString();
    }
}
