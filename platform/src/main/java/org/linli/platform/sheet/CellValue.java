package org.linli.platform.sheet;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** What a cell says: text, or why that is not certain. */
sealed interface CellValue {

    record Text(String text) implements CellValue {}

    /** @param expected what would be right, with the value that was probably meant where it can be said */
    record Fault(String reason, String expected) implements CellValue {}

    /** Digits that a spreadsheet keeps of a number; further ones are those of its binary form. */
    MathContext DIGITS = new MathContext(15);

    BigDecimal TOO_LARGE = BigDecimal.TEN.pow(15);

    /** More than there are up to the year 9999. */
    BigDecimal DAYS = BigDecimal.valueOf(3_000_000);

    Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");
    Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(T00:00(:00([.]0+)?)?Z?)?");

    static CellValue of(SheetCell cell, boolean from1904) {
        if (cell.text().isEmpty()) {
            return cell.isUnknown()
                    ? new Fault("has a formula whose result is not stored", "its value, or the file saved by Excel")
                    : new Text("");
        }
        return switch (cell.type()) {
            case "s", "str", "inlineStr" -> new Text(cell.text());
            case "b" -> new Fault("is a truth value", cell.text().equals("1") ? "TRUE as text" : "FALSE as text");
            case "e" -> new Fault("is a spreadsheet's sign of a fault: " + shortened(cell.text()), "a value");
            case "d" -> ofDay(cell.text());
            default -> ofNumber(cell, from1904);
        };
    }

    private static CellValue ofDay(String text) {
        var day = DAY.matcher(text);
        return day.matches()
                ? new Text(day.group(1))
                : new Fault("has a time of the day", "a day such as 2026-03-14 alone");
    }

    private static CellValue ofNumber(SheetCell cell, boolean from1904) {
        if (!NUMBER.matcher(cell.text()).matches()) {
            return new Fault("is no number: " + shortened(cell.text()), "a number, or text in a cell for text");
        }
        BigDecimal number = new BigDecimal(cell.text()).round(DIGITS);
        if (number.abs().compareTo(TOO_LARGE) >= 0) {
            return new Fault(
                    "is a number of more than 15 digits, of which spreadsheets keep no more",
                    "all its digits as text: format the column as text before they are entered");
        }
        String plain = plain(number);
        return switch (cell.format()) {
            case PLAIN -> new Text(plain);
            case DAY, MONTH -> ofSerial(cell.format(), number, plain, from1904);
            case TIME -> new Fault("is a time of the day", "a day such as 2026-03-14, or a number");
            case PERCENT ->
                new Fault(
                        "is shown as a percentage", plain + " or " + plain(number.movePointRight(2)) + " as a number");
            case SCIENTIFIC ->
                new Fault("is shown with an exponent", plain + " as a number, or all its digits as text");
            case FILLED ->
                new Fault("is a number that is shown with zeros in front", "its digits as text, or " + plain);
            case SCALED -> new Fault("is shown in thousands", plain + " as a number without that");
        };
    }

    private static CellValue ofSerial(NumberFormat format, BigDecimal number, String plain, boolean from1904) {
        LocalDate day = dayOf(number, from1904);
        if (day == null) {
            return new Fault("is shown as a day, but is none: " + plain, "a day such as 2026-03-14");
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return new Fault("has a time of the day", day + " without a time");
        }
        if (format == NumberFormat.DAY) {
            return new Text(day.toString());
        }
        YearMonth month = YearMonth.from(day);
        return day.getDayOfMonth() == 1
                ? new Text(month.toString())
                : new Fault("is a day that is shown as a month", month + " as text, or the day " + day);
    }

    /** Day 60 of 1900 is a 29 February that never was; those before it are one less. Source: ISO/IEC 29500-1, 18.17.4. */
    private static @Nullable LocalDate dayOf(BigDecimal number, boolean from1904) {
        if (number.signum() < 0 || number.compareTo(DAYS) >= 0) {
            return null;
        }
        int days = number.intValue();
        if (from1904) {
            return LocalDate.of(1904, 1, 1).plusDays(days);
        }
        if (days < 1 || days == 60) {
            return null;
        }
        return LocalDate.of(1899, 12, 30).plusDays(days < 60 ? days + 1L : days);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
