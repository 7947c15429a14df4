package org.linli.platform.csv;

import org.linli.platform.text.Texts;

import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param line line in the file where it begins, the header being line 1
 * @param values unquoted values in the order of the columns; empty when {@code fault} is given
 * @param fault why it cannot be read, empty when it can
 */
record CsvRecord(long line, List<String> values, String fault) {
    static CsvRecord of(long line, List<String> values) {
        return new CsvRecord(line, values, "");
    }

    static CsvRecord unreadable(long line, String fault) {
        return new CsvRecord(line, List.of(), fault);
    }

    boolean readable() {
        return fault.isEmpty();
    }

    /** An empty line, or a row of commas that a spreadsheet left behind, says nothing. */
    boolean blank() {
        return readable() && values.stream().allMatch(Texts::isBlank);
    }

    /** The first so many values, where nothing stands in those after them. */
    CsvRecord upTo(int columns) {
        return values.size() > columns
                        && values.subList(columns, values.size()).stream().allMatch(Texts::isBlank)
                ? of(line, values.subList(0, columns))
                : this;
    }
}
