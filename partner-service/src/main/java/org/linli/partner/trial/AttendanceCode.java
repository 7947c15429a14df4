package org.linli.partner.trial;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** The short code shown at a session: easy to read aloud and to type, hard to guess. */
public final class AttendanceCode {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AttendanceCode() {}

    public static String fresh() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(n -> String.valueOf(LETTERS.charAt(n)))
                .collect(Collectors.joining());
    }

    /** Whether it is the same, however it was typed. */
    public static boolean same(String code, String typed) {
        return code.equals(typed.strip().toUpperCase(Locale.ROOT));
    }
}
