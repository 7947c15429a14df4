package org.linli.partner.trial;

import org.linli.platform.text.Texts;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The short code shown at a session: easy to read aloud and to type, hard to guess. It is kept nowhere: whoever holds the
 * key makes the same one again.
 *
 * @param seal keyed hash in hexadecimal
 */
public record AttendanceCode(UnaryOperator<String> seal) {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final BigInteger BASE = BigInteger.valueOf(LETTERS.length());
    private static final int LENGTH = 8;

    public String of(UUID session) {
        BigInteger left = new BigInteger(seal.apply(session.toString()), 16);
        StringBuilder code = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            BigInteger[] next = left.divideAndRemainder(BASE);
            code.append(LETTERS.charAt(next[1].intValue()));
            left = next[0];
        }
        return code.toString();
    }

    /** Whether it is the session's, however it was typed. */
    public boolean isOf(UUID session, String typed) {
        String plain = Texts.name(typed).toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return MessageDigest.isEqual(
                of(session).getBytes(StandardCharsets.UTF_8), plain.getBytes(StandardCharsets.UTF_8));
    }
}
