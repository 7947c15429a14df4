package org.linli.platform.csv;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.money.Yuan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the rows of every file that people open in a spreadsheet (RFC 4180). Text that a spreadsheet would take for a
 * formula gets an apostrophe in front, which reading it in again takes off; amounts and numbers stay what they are.
 */
public final class CsvLines {

    /** What spreadsheets of China write and read UTF-8 with. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final char HARMLESS = '\'';

    private CsvLines() {}

    /** One row with its end; an absent value is an empty field. */
    public static String row(List<? extends @Nullable Object> values) {
        return values.stream().map(CsvLines::field).collect(Collectors.joining(",", "", END));
    }

    /** The same. */
    public static String row(@Nullable Object... values) {
        return row(Arrays.asList(values));
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Money money -> Yuan.format(money);
            case Number number -> number.toString();
            default -> quoted(harmless(value.toString()));
        };
    }

    private static String harmless(String text) {
        return isFormula(text) || isHarmless(text) ? HARMLESS + text : text;
    }

    /** The value that was written. */
    static String read(String field) {
        return isHarmless(field) ? field.substring(1) : field;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** Whether taking the apostrophes off would lay a formula bare. */
    private static boolean isHarmless(String text) {
        String bare = text;
        while (!bare.isEmpty() && bare.charAt(0) == HARMLESS) {
            bare = bare.substring(1);
        }
        return bare.length() < text.length() && isFormula(bare);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
