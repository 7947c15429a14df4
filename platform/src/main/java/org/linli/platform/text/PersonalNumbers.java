package org.linli.platform.text;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Telephone and identity numbers in words that others read, in whatever digits they are written (full width, Chinese,
 * circled, of any script, O for 0 and I or l for 1) and whatever stands between them: up to five signs between any two
 * digits, and more, or letters, as {@link SplitNumbers} says. Days, times and prices are none where nothing but such
 * {@link Figures} is beside them.
 */
public final class PersonalNumbers {

    /** In words for an error message. */
    public static final String FAULT = "holds a telephone or identity number 含个人信息";

    /** What may stand between two digits of one number, where the patterns say {@code ~}. */
    private static final String BETWEEN = "[^\\p{L}\\p{N}]{0,5}";

    private static final String DAY = "(?:0~[1-9]|1~[0-2])~(?:0~[1-9]|[12]~[0-9]|3~[01])";

    /** Mobile; landline with its area; from abroad; identity number, spaced in any way; of the old kind; long ones. */
    private static final Pattern NUMBERS = numbers(
            "(?:8~6~)?1~[3-9](?:~[0-9]){9}",
            "(?:0|8~6~0?)~(?:1~0|2~[0-9]|[3-9]~[0-9]~[0-9])~[2-8](?:~[0-9]){6,7}",
            "(?:\\+|(?<![0-9.:])00)[ (-]{0,2}[1-9](?:[ ()-]{0,2}[0-9]){7,14}",
            "[1-9](?:~[0-9]){5}~(?:1~9|2~0)~[0-9]~[0-9]~" + DAY + "(?:~[0-9]){3}~[0-9X]",
            "[1-9](?:~[0-9]){7}~" + DAY + "(?:~[0-9]){3}",
            "[1-9](?:[ -]?[0-9]){16}[ -]?[0-9X]");

    private static final Pattern LONG_ROWS = numbers("[0-9][0-9X\\s-]{5,}[0-9X]");

    private PersonalNumbers() {}

    public static boolean in(String text) {
        return !found(PlainDigits.of(text)).isEmpty();
    }

    /** The text with dots in place of each such number, and of every other long row of digits. */
    public static String hidden(String text) {
        PlainDigits plain = PlainDigits.of(text);
        BitSet found = found(plain);
        mark(LONG_ROWS, Figures.withoutAny(plain.text()), found);
        StringBuilder hidden = new StringBuilder(text);
        int end = found.length();
        while (end > 0) {
            int start = found.previousClearBit(end - 1) + 1;
            hidden.replace(plain.places()[start], plain.places()[end], "•••");
            end = found.previousSetBit(start - 1) + 1;
        }
        return hidden.toString();
    }

    private static BitSet found(PlainDigits plain) {
        BitSet found = new BitSet();
        Stream.of(plain.text(), plain.withLettersAsDigits()).distinct().forEach(reading -> {
            String rest = Figures.withoutStanding(reading);
            mark(NUMBERS, rest, found);
            SplitNumbers.in(rest).forEach(number -> found.set(number.start(), number.end()));
        });
        return found;
    }

    private static void mark(Pattern numbers, String text, BitSet found) {
        numbers.matcher(text).results().forEach(number -> found.set(number.start(), number.end()));
    }

    private static Pattern numbers(String... kinds) {
        String any = String.join("|", List.of(kinds)).replace("~", BETWEEN);
        return Pattern.compile("(?<![0-9])(?:" + any + ")(?![0-9])");
    }
}
