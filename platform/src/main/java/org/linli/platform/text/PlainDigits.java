package org.linli.platform.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text with every digit as an ASCII digit.
 *
 * @param places of each character, and of the end, in the text as it was written
 */
record PlainDigits(String text, int[] places) {

    private static final List<String> CHINESE = List.of("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "○壹貳參肆伍陸柒捌玖", "〇〡〢〣〤〥〦〧〨〩", "洞幺两");

    private static final String ZEROS = "Oo\u041E\u043E\u039F\u03BF";
    private static final String DIGITS_AND_LETTERS = "[0-9Il" + ZEROS + "]*";

    /** Digits and the letters that are typed for them; other letters of an alphabet are not beside such a letter. */
    private static final Pattern LETTERS_AS_DIGITS = Pattern.compile("(?<![A-Za-z])[Il" + ZEROS + "]*+[0-9]"
            + DIGITS_AND_LETTERS + "+(?![A-Za-z])|[0-9]" + DIGITS_AND_LETTERS + "+(?![A-Za-z])|[0-9]"
            + DIGITS_AND_LETTERS + "[0-9]|(?<![A-Za-z0-9])[" + ZEROS + "]{2,}+(?![A-Za-z0-9])");

    static PlainDigits of(String written) {
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
        return new PlainDigits(plain.toString(), places);
    }

    /** The text with 0 for O and 1 for I and l where they are among digits; as long as it was. */
    String withLettersAsDigits() {
        StringBuilder digits = new StringBuilder(text);
        LETTERS_AS_DIGITS.matcher(text).results().forEach(run -> {
            for (int at = run.start(); at < run.end(); at++) {
                char c = text.charAt(at);
                if (c == 'I' || c == 'l') {
                    digits.setCharAt(at, '1');
                } else if (c > '9') {
                    digits.setCharAt(at, '0');
                }
            }
        });
        return digits.toString();
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
