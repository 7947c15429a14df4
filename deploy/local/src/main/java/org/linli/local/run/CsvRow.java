package org.linli.local.run;

import java.util.Map;

/**
 * A row of a {@link CsvTable}.
 *
 * @param line line of the file where it begins, the header being line 1
 * @param values by column name; none when {@code fault} is given
 * @param fault why it cannot be read, empty when it can
 */
record CsvRow(long line, Map<String, String> values, String fault) {
    boolean readable() {
        return fault.isEmpty();
    }

    String value(String column) {
        return values.getOrDefault(column, "");
    }
}
