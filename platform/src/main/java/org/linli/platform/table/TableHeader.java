package org.linli.platform.table;

import org.linli.platform.text.Texts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first row of a table: columns by name in any order; unknown, doubled and missing ones are refused. */
public final class TableHeader {

    private TableHeader() {}

    /**
     * The names in the order of the file, without empty ones at the end.
     *
     * @param columns all that the file must have
     * @throws TableFault where it has others
     */
    public static List<String> read(List<String> values, List<String> columns) {
        List<String> header = withoutEmptyEnd(values.stream().map(Texts::name).toList());
        check(header, columns);
        return header;
    }

    /** Spreadsheets write columns that were once used. */
    private static List<String> withoutEmptyEnd(List<String> header) {
        int columns = header.size();
        while (columns > 0 && header.get(columns - 1).isEmpty()) {
            columns--;
        }
        return header.subList(0, columns);
    }

    private static void check(List<String> header, List<String> columns) {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!columns.contains(column)) {
                wrong.add("unknown column \"" + column + "\"");
            } else if (!seen.add(column)) {
                wrong.add("column \"" + column + "\" twice");
            }
        }
        columns.stream()
                .filter(column -> !seen.contains(column))
                .forEach(column -> wrong.add("no column \"" + column + "\""));
        if (!wrong.isEmpty()) {
            throw TableFault.ofHeader("has " + String.join(", ", wrong) + " in its header");
        }
    }
}
