package org.linli.platform.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number of the mainland in one form, however it was typed: digits alone, without the country's code. A
 * landline has its area code; 400 and 800 numbers have ten digits.
 *
 * <p>Source: 电信网编号计划 (2017).
 */
public final class PhoneNumber {

    /** What a number must be, in words for an error message. */
    public static final String EXPECTED =
            "a mobile number of 11 digits, a landline with its area code, or a 400 or 800 number of 10 digits";

    private static final Pattern BETWEEN = Pattern.compile("[\\p{Pd}\\u2212\\p{Z}()]");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)86");
    private static final Pattern NUMBER = Pattern.compile("1[3-9][0-9]{9}|0[1-9][0-9]{8,10}|[48]00[0-9]{7}");
    /** From abroad the 0 in front of an area code falls away. */
    private static final Pattern WITHOUT_ZERO = Pattern.compile("(?![48]00)([2-9][0-9]{8,10}|10[0-9]{8})");

    private PhoneNumber() {}

    /** The number; empty where it is none. */
    public static Optional<String> of(String typed) {
        String digits = BETWEEN.matcher(Texts.name(typed)).replaceAll("");
        String national = COUNTRY.matcher(digits).replaceFirst("");
        if (!national.equals(digits) && WITHOUT_ZERO.matcher(national).matches()) {
            national = "0" + national;
        }
        return NUMBER.matcher(national).matches() ? Optional.of(national) : Optional.empty();
    }
}
