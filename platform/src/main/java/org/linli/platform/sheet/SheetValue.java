package org.linli.platform.sheet;

import org.dhatim.fastexcel.Worksheet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One value as a cell. Amounts and numbers are number cells with the digits of their decimal, days are day cells, and
 * all else is text that no spreadsheet takes for a number or runs as a formula.
 */
final class SheetValue {

    static final String DAY = "yyyy-mm-dd";

    private static final String TEXT = "@";

    /** Before it the calendar of spreadsheets has a day that never was (1900-02-29). */
    private static final LocalDate FIRST_CERTAIN_DAY = LocalDate.of(1900, 3, 1);

    /** What would be read back as one character; the first of its own is written so. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private SheetValue() {}

    static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Money money -> number(sheet, row, column, money.getAmount());
            case BigDecimal decimal -> number(sheet, row, column, decimal);
            case Number number -> sheet.value(row, column, number);
            case LocalDate day
            when !day.isBefore(FIRST_CERTAIN_DAY) -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            default -> text(sheet, row, column, value.toString());
        }
    }

    static void text(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_"));
            sheet.style(row, column).format(TEXT).set();
        }
    }

    /** Shown with as many places as it has. */
    private static void number(Worksheet sheet, int row, int column, BigDecimal decimal) {
        sheet.value(row, column, decimal);
        String format = decimal.scale() <= 0 ? "0" : "0." + "0".repeat(decimal.scale());
        sheet.style(row, column).format(format).set();
    }
}
