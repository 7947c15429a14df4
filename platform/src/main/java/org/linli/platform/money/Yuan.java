package org.linli.platform.money;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.text.Texts;

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

    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");
    private static final int LONGEST_TYPED = 60;

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

    /** Why a text is no amount, in a few words. */
    public static String fault(@Nullable String text) {
        if (text == null || Texts.isBlank(text)) {
            return "missing";
        }
        String typed = Texts.name(text);
        if (text.codePoints().anyMatch(c -> c > '9' && Character.isDigit(c))) {
            return "holds full-width digits";
        }
        if (typed.indexOf(',') >= 0) {
            return "holds thousands separators";
        }
        return typed.startsWith("(") && typed.endsWith(")") ? "has brackets for minus" : "not an amount";
    }

    /**
     * What would be right instead: the amount that was probably meant, where that can be said. It is told, never taken:
     * who sent it decides.
     */
    public static String expected(@Nullable String text) {
        return mended(text).map(meant -> meant + ": " + EXPECTED).orElse(EXPECTED);
    }

    private static Optional<String> mended(@Nullable String text) {
        if (text == null || text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String plain = Texts.name(text).replaceAll("^([(+-]?)[¥￥]|元$", "$1").replace('\u2212', '-');
        boolean brackets = plain.startsWith("(") && plain.endsWith(")");
        String inner = brackets ? plain.substring(1, plain.length() - 1) : plain;
        boolean minus = inner.startsWith("-") || inner.endsWith("-");
        String size = inner.replaceAll("^[+-]|-$", "").strip();
        String digits = GROUPED.matcher(size).matches() ? size.replace(",", "") : size;
        return parse((brackets || minus ? "-" : "") + digits).map(Yuan::format).filter(meant -> !meant.equals(text));
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
