package org.linli.platform.table;

import org.linli.platform.problem.FieldError;
import org.linli.platform.text.Texts;

import java.util.List;
import java.util.Optional;

/**
 * A row of a {@link Table}.
 *
 * @param line line of the file where it begins, or number of the row in its sheet; the header is usually 1
 * @param values in the order of the header; none when {@code fault} is given
 * @param column of the value that is at fault, empty where it is the whole row
 * @param fault why it cannot be read, empty when it can
 * @param expected what would be right instead, empty when it can be read
 */
public record TableRow(
        long line, List<String> header, List<String> values, String column, String fault, String expected) {

    /** A row with a value for each column, or the fault of the first text that must not be shown. */
    public static TableRow of(long line, List<String> header, List<String> values) {
        for (int at = 0; at < values.size(); at++) {
            Optional<String> fault = Texts.fault(values.get(at));
            if (fault.isPresent()) {
                return broken(line, header, header.get(at), fault.get(), Texts.EXPECTED);
            }
        }
        return new TableRow(line, header, values, "", "", "");
    }

    public static TableRow broken(long line, List<String> header, String column, String fault, String expected) {
        return new TableRow(line, header, List.of(), column, fault, expected);
    }

    /** A row of another width than the header. */
    public static TableRow ofWidth(long line, List<String> header, int width, String expected) {
        String fault = "has " + width + " values, the header names " + header.size() + " columns";
        return broken(line, header, "", fault, expected);
    }

    public boolean readable() {
        return fault.isEmpty();
    }

    /** Of a row that cannot be read. */
    public FieldError error() {
        return new FieldError(column.isEmpty() ? "row" : column, fault, expected);
    }

    /** Of a readable row. */
    public String value(String column) {
        return values.get(header.indexOf(column));
    }
}
