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

    private static final Pattern NOT_IN_AN_ADDRESS = Pattern.compile("[/\\\\%;]");

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
        String name = Texts.name(text);
        if (SHORTENED.matcher(name).matches()) {
            return Optional.of("shortened by a spreadsheet, so that digits are lost");
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
