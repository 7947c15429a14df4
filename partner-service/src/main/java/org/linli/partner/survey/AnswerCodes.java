package org.linli.partner.survey;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Codes that let a person answer once: a number of 3 characters and 9 that only the holder of the key can make for it,
 * written {@code 0Z7Q-K3M9-F2TA}. They are kept nowhere; the key makes and checks them.
 *
 * <p>45 bits, so that guessing one takes 2^44 tries on average, against a gateway that grants an address hundreds a second. Alphabet: Crockford's Base32, without letters that are taken for digits.
 *
 * @param seal keyed hash in hexadecimal, a different one for each survey
 */
public record AnswerCodes(UUID survey, UnaryOperator<String> seal) {

    /** Numbers a survey can give out. */
    public static final int MOST = 32_768;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int NUMBER = 3;
    private static final int MARK = 9;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + (NUMBER + MARK) + "}");

    /** The code of a number, in three groups of four. */
    public String of(int number) {
        String code = text(BigInteger.valueOf(number), NUMBER) + mark(number);
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }

    /** The code as it would have been printed; empty where it is none of this survey's. */
    public Optional<String> read(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Optional.of(plain)
                .filter(text -> SHAPE.matcher(text).matches())
                .map(text -> of(number(text.substring(0, NUMBER))))
                .filter(code -> code.replace("-", "").equals(plain));
    }

    private String mark(int number) {
        BigInteger sealed = new BigInteger(seal.apply(survey + "/" + number), 16);
        return text(sealed, MARK);
    }

    private static String text(BigInteger value, int characters) {
        StringBuilder text = new StringBuilder();
        for (int at = characters - 1; at >= 0; at--) {
            text.append(ALPHABET.charAt(value.shiftRight(5 * at).intValue() & 31));
        }
        return text.toString();
    }

    private static int number(String text) {
        return text.chars().map(ALPHABET::indexOf).reduce(0, (sum, digit) -> sum * 32 + digit);
    }
}
