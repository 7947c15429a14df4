package org.linli.platform.text;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The unified social credit code of a body (统一社会信用代码): who registered it and of what kind it is (two characters),
 * where (six digits), its own number (nine characters), a check character.
 *
 * <p>Source: GB 32100-2015 with its first amendment, table 1.
 */
public final class CreditCode {

    /** What a code must be, in words for an error message. */
    public static final String EXPECTED =
            "18 characters with a registering department, a place and the right check" + " character (GB 32100-2015)";

    private static final Pattern SHAPE = Pattern.compile("[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** Kinds of bodies by the department that registers them. */
    private static final Map<Character, String> KINDS = Map.ofEntries(
            Map.entry('1', "1239"), // 机构编制
            Map.entry('2', "19"), // 外交
            Map.entry('3', "123459"), // 司法行政
            Map.entry('4', "19"), // 文化
            Map.entry('5', "1239"), // 民政
            Map.entry('6', "129"), // 旅游
            Map.entry('7', "129"), // 宗教
            Map.entry('8', "19"), // 工会
            Map.entry('9', "123"), // 市场监管
            Map.entry('A', "19"), // 中央军委改革和编制办公室
            Map.entry('N', "1239"), // 农业
            Map.entry('Y', "1")); // 其他

    /** What is registered by the state itself. */
    private static final String STATE = "10";

    private CreditCode() {}

    public static boolean isValid(@Nullable String text) {
        return fault(text).isEmpty();
    }

    /** What is wrong with a code, in a few words; nothing where it is one. */
    public static Optional<String> fault(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.of("missing");
        }
        if (IdentityNumber.isValid(text)) {
            return Optional.of("a person's identity number");
        }
        if (!SHAPE.matcher(text).matches()) {
            return Optional.of("not a valid credit code");
        }
        if (KINDS.getOrDefault(text.charAt(0), "").indexOf(text.charAt(1)) < 0) {
            return Optional.of("names no department and kind of bodies by its first two characters");
        }
        String place = text.substring(2, 4);
        if (!place.equals(STATE) && !Provinces.contains(place)) {
            return Optional.of("names no place by its third to eighth character");
        }
        return text.charAt(17) == check(text) ? Optional.empty() : Optional.of("not a valid credit code");
    }

    private static char check(String text) {
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += DIGITS.indexOf(text.charAt(at)) * WEIGHTS[at];
        }
        return DIGITS.charAt((31 - sum % 31) % 31);
    }
}
