package org.linli.platform.csv;

import org.linli.platform.text.Texts;

import java.util.List;
import java.util.Optional;

/**
 * A row of a {@link CsvTable}.
 *
 * @param line line of the file where it begins, the header being line 1
 * @param values in the order of the header; none when {@code fault} is given
 * @param column of the value that is at fault, empty where it is the whole row
 * @param fault why it cannot be read, empty when it can
 */
public record CsvRow(long line, List<String> header, List<String> values, String column, String fault) {

    static CsvRow of(CsvRecord read, List<String> header) {
        if (!read.readable()) {
            return broken(read, header, "", read.fault());
        }
        if (read.values().size() != header.size()) {
            return broken(
                    read,
                    header,
                    "",
                    "has " + read.values().size() + " values, the header names " + header.size() + " columns");
        }
        List<String> values = read.values().stream().map(CsvLines::read).toList();
        for (int at = 0; at < values.size(); at++) {
            Optional<String> fault = Texts.fault(values.get(at));
            if (fault.isPresent()) {
                return broken(read, header, header.get(at), fault.get());
            }
        }
        return new CsvRow(read.line(), header, values, "", "");
    }

    private static CsvRow broken(CsvRecord read, List<String> header, String column, String fault) {
        return new CsvRow(read.line(), header, List.of(), column, fault);
    }

    public boolean readable() {
        return fault.isEmpty();
    }

    /** Of a readable row. */
    public String value(String column) {
        return values.get(header.indexOf(column));
    }
}
