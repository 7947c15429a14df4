package org.linli.platform.text;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The identity number of a person: place, day of birth, number of the day, check digit.
 *
 * <p>Source: GB 11643-1999.
 */
public final class IdentityNumber {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdentityNumber() {}

    /** Whether this is one, its X a capital letter. */
    public static boolean isValid(@Nullable String text) {
        if (text == null || !SHAPE.matcher(text).matches() || !isDay(text.substring(6, 14))) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += (text.charAt(at) - '0') * WEIGHTS[at];
        }
        return CHECKS.charAt(sum % 11) == text.charAt(17);
    }

    private static boolean isDay(String digits) {
        try {
            int year = Integer.parseInt(digits.substring(0, 4));
            LocalDate.of(year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
            return year >= 1850 && Dates.isInRange(Math.max(year, Dates.FIRST_YEAR));
        } catch (DateTimeException notADay) {
            return false;
        }
    }
}
