package org.linli.platform.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers that things are known by: of entries, transfers, licences. Two that look alike are one: their normal form is
 * that of {@link Texts#name}, and capital and small letters are the same.
 */
public final class Identifiers {

    /** A number that a spreadsheet has made of a long row of digits, such as {@code 2.02609E+17}. */
    private static final Pattern SHORTENED =
            Pattern.compile("[+-]?[0-9]+([.,][0-9]*[eE][+-]?|[eE][+-])[0-9]+", Pattern.CASE_INSENSITIVE);

    /** What a spreadsheet shows instead of a value. */
    private static final Pattern FAILED =
            Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|#+)", Pattern.CASE_INSENSITIVE);

    /** A number that a spreadsheet has taken for a day, such as {@code 5-Sep} and {@code 9月5日}. */
    private static final Pattern TURNED_INTO_A_DAY = Pattern.compile(
            "[0-9]{1,2}-(?:MONTH)(?:-[0-9]{2,4})?|(?:MONTH)-[0-9]{1,4}|(?:[0-9]{2,4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?"
                    .replace("MONTH", "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_IN_AN_ADDRESS = Pattern.compile("[/\\\\%;]");

    /** What is wrong with a number that {@link #isShortened}. */
    public static final String SHORTENED_FAULT = "shortened by a spreadsheet, so that digits are lost";

    private Identifiers() {}

    /** What two numbers are compared by. */
    public static String key(String text) {
        StringBuilder key = new StringBuilder(Texts.name(text));
        for (int at = 0; at < key.length(); at++) {
            char c = key.charAt(at);
            if (c >= 'a' && c <= 'z') {
                key.setCharAt(at, (char) (c - 'a' + 'A'));
            }
        }
        return key.toString();
    }

    /** What is wrong with a number, by name; nothing where it can stand. */
    public static Optional<String> fault(String text) {
        return TURNED_INTO_A_DAY.matcher(Texts.name(text)).matches()
                ? Optional.of("turned into a day by a spreadsheet")
                : faultOfName(text);
    }

    /** Whether a spreadsheet has left only the first digits of a number. */
    public static boolean isShortened(String text) {
        return SHORTENED.matcher(Texts.name(text)).matches();
    }

    /** What is wrong with a name that figures are summed by; it may well be a day. */
    public static Optional<String> faultOfName(String text) {
        String name = Texts.name(text);
        if (isShortened(text)) {
            return Optional.of(SHORTENED_FAULT);
        }
        if (FAILED.matcher(name).matches()) {
            return Optional.of("a spreadsheet's sign of a fault");
        }
        return Texts.faultOfLine(text);
    }

    /** The same of a number that is named in addresses. */
    public static Optional<String> faultInAddress(String text) {
        String name = Texts.name(text);
        var wrong = NOT_IN_AN_ADDRESS.matcher(name);
        Optional<String> fault = fault(text);
        if (fault.isPresent()) {
            return fault;
        }
        if (wrong.find()) {
            return Optional.of("holds " + wrong.group() + ", which no address can hold");
        }
        return name.equals(".") || name.equals("..") ? Optional.of("a name of directories") : Optional.empty();
    }
}
