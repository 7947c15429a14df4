package org.linli.local.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A CSV file whose columns are found by name in any order; unknown, doubled and missing columns are refused. */
final class CsvTable implements Closeable {
    private final String name;
    private final CsvReader reader;
    private final List<String> header;

    private CsvTable(String name, CsvReader reader, List<String> header) {
        this.name = name;
        this.reader = reader;
        this.header = header;
    }

    /**
     * @param columns all that the file must have
     * @throws FileFailure when it is not such a file
     */
    static CsvTable open(Path file, List<String> columns) {
        try {
            InputStream in = Files.newInputStream(file);
            CsvReader reader = new CsvReader(in);
            CsvRecord first = reader.next()
                    .orElseThrow(() ->
                            new FileFailure(file + " is empty: its first line must be " + String.join(",", columns)));
            List<String> header = first.values().stream().map(String::strip).toList();
            check(file, first, header, columns);
            return new CsvTable(file.toString(), reader, header);
        } catch (IOException e) {
            throw new FileFailure(file + " cannot be read: " + e.getMessage());
        }
    }

    private static void check(Path file, CsvRecord first, List<String> header, List<String> columns) {
        if (!first.readable()) {
            throw new FileFailure(file + ": the header (line " + first.line() + ") " + first.fault());
        }
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
            throw new FileFailure(file + ": " + String.join(", ", wrong) + " in the header (line 1). It must name, in"
                    + " any order: " + String.join(",", columns));
        }
    }

    /** The next row: its values by column, or why it cannot be read. */
    Optional<CsvRow> next() {
        try {
            return reader.next().map(this::row);
        } catch (IOException e) {
            throw new FileFailure(name + " cannot be read: " + e.getMessage());
        }
    }

    private CsvRow row(CsvRecord read) {
        if (!read.readable()) {
            return new CsvRow(read.line(), Map.of(), read.fault());
        }
        if (read.values().size() != header.size()) {
            return new CsvRow(
                    read.line(),
                    Map.of(),
                    "has " + read.values().size() + " values, the header names " + header.size() + " columns");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), read.values().get(i));
        }
        return new CsvRow(read.line(), values, "");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
