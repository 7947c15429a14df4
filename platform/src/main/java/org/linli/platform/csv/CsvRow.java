package org.linli.platform.csv;

import java.util.List;

/**
 * A row of a {@link CsvTable}.
 *
 * @param line line of the file where it begins, the header being line 1
 * @param values in the order of the header; none when {@code fault} is given
 * @param fault why it cannot be read, empty when it can
 */
public record CsvRow(long line, List<String> header, List<String> values, String fault) {

    public boolean readable() {
        return fault.isEmpty();
    }

    /** Of a readable row. */
    public String value(String column) {
        return values.get(header.indexOf(column));
    }
}
