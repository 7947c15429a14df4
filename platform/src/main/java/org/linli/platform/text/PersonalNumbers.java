package org.linli.platform.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Telephone and identity numbers in words that others read, in whatever digits they are written (full width, Chinese,
 * circled, of any script) and whatever stands between them but letters.
 */
public final class PersonalNumbers {

    /** In words for an error message. */
    public static final String FAULT = "holds a telephone or identity number 含个人信息";

    /** What may stand between two digits of one number, where the patterns say {@code ~}. */
    private static final String BETWEEN = "[^\\p{L}\\p{N}]{0,5}";

    private static final String DAY = "(?:0~[1-9]|1~[0-2])~(?:0~[1-9]|[12]~[0-9]|3~[01])";

    /** Mobile; landline with its area; from abroad; identity number, spaced in any way; of the old kind; long ones. */
    private static final List<String> KINDS = List.of(
            "(?:8~6~)?1~[3-9](?:~[0-9]){9}",
            "(?:0|8~6~0?)~(?:1~0|2~[0-9]|[3-9]~[0-9]~[0-9])~[2-8](?:~[0-9]){6,7}",
            "(?:\\+|(?<![0-9.])00)[ (-]{0,2}[1-9](?:[ ()-]{0,2}[0-9]){7,14}",
            "[1-9](?:~[0-9]){5}~(?:1~9|2~0)~[0-9]~[0-9]~" + DAY + "(?:~[0-9]){3}~[0-9X]",
            "[1-9](?:~[0-9]){7}~" + DAY + "(?:~[0-9]){3}",
            "[1-9](?:[ -]?[0-9]){16}[ -]?[0-9X]");

    private static final Pattern NUMBERS = numbers(KINDS.stream());
    private static final Pattern NUMBERS_AND_ALL_LONG_ONES =
            numbers(Stream.concat(KINDS.stream(), Stream.of("[0-9][0-9X\\s-]{5,}[0-9X]")));

    /** Days, times of the day and prices: figures that may stand beside each other, but are no number of anybody. */
    private static final Pattern FIGURES =
            Pattern.compile("(?<![0-9.])(?:(?:19|20|21)[0-9]{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?[0-9]|3[01])"
                    + "|(?:[01]?[0-9]|2[0-4]):[0-5][0-9]|[0-9]{1,6}\\.[0-9]{1,2})(?![0-9.])");

    private static final List<String> CHINESE = List.of("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "○壹貳參肆伍陸柒捌玖", "〇〡〢〣〤〥〦〧〨〩", "洞幺两");

    private PersonalNumbers() {}

    public static boolean in(String text) {
        return NUMBERS.matcher(Plain.of(text).withoutFigures()).find();
    }

    /** The text with dots in place of each such number, and of every other long row of digits. */
    public static String hidden(String text) {
        Plain plain = Plain.of(text);
        StringBuilder hidden = new StringBuilder(text);
        List<MatchResult> found = NUMBERS_AND_ALL_LONG_ONES
                .matcher(plain.withoutFigures())
                .results()
                .toList();
        for (MatchResult number : found.reversed()) {
            hidden.replace(plain.places()[number.start()], plain.places()[number.end()], "•••");
        }
        return hidden.toString();
    }

    private static Pattern numbers(Stream<String> kinds) {
        String any = String.join("|", kinds.toList()).replace("~", BETWEEN);
        return Pattern.compile("(?<![0-9])(?:" + any + ")(?![0-9])");
    }

    /**
     * A text with every digit as an ASCII digit.
     *
     * @param places of each character, and of the end, in the text as it was written
     */
    private record Plain(String text, int[] places) {

        static Plain of(String written) {
            StringBuilder plain = new StringBuilder(written.length());
            int[] places = new int[written.length() * 4 + 1];
            for (int at = 0; at < written.length(); at += Character.charCount(written.codePointAt(at))) {
                String meant = meant(written.codePointAt(at));
                places = places.length > plain.length() + meant.length()
                        ? places
                        : Arrays.copyOf(places, places.length * 2 + meant.length());
                Arrays.fill(places, plain.length(), plain.length() + meant.length(), at);
                plain.append(meant);
            }
            places[plain.length()] = written.length();
            return new Plain(plain.toString(), places);
        }

        String withoutFigures() {
            StringBuilder rest = new StringBuilder(text);
            FIGURES.matcher(text)
                    .results()
                    .forEach(one -> rest.replace(one.start(), one.end(), "f".repeat(one.end() - one.start())));
            return rest.toString();
        }

        private static String meant(int written) {
            if (written < 0x80) {
                return written == 'x' ? "X" : Character.toString(written);
            }
            if (Character.isDigit(written)) {
                return Integer.toString(Character.digit(written, 10));
            }
            if (written == '×' || written == 'х' || written == 'Х') {
                return "X";
            }
            String plain = Normalizer.normalize(Character.toString(written), Normalizer.Form.NFKC);
            int single = plain.codePointCount(0, plain.length()) == 1 ? plain.codePointAt(0) : written;
            for (String digits : CHINESE) {
                if (digits.indexOf(single) >= 0) {
                    return Integer.toString(digits.indexOf(single));
                }
            }
            boolean number = Character.getType(single) == Character.OTHER_NUMBER
                    || Character.getType(single) == Character.LETTER_NUMBER;
            int value = Character.getNumericValue(single);
            return number && value >= 0 && value <= 9 ? Integer.toString(value) : plain.replace('x', 'X');
        }
    }
}
