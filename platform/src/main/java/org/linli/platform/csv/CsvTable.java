package org.linli.platform.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A CSV file whose columns are found by name in any order; unknown, doubled and missing columns are refused. */
public final class CsvTable implements Closeable {

    private final CsvReader reader;
    private final List<String> header;

    private CsvTable(CsvReader reader, List<String> header) {
        this.reader = reader;
        this.header = header;
    }

    /**
     * @param columns all that the file must have
     * @throws CsvFault when it is not such a file
     */
    public static CsvTable open(InputStream in, List<String> columns) throws IOException {
        CsvReader reader = new CsvReader(in);
        CsvRecord first = reader.next().orElseThrow(() -> new CsvFault("is empty"));
        if (!first.readable()) {
            throw new CsvFault("has a row that " + first.fault());
        }
        List<String> header = first.values().stream().map(String::strip).toList();
        check(header, columns);
        return new CsvTable(reader, header);
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
            throw new CsvFault("has " + String.join(", ", wrong) + " in its header");
        }
    }

    /** The next row: its values by column, or why it cannot be read. */
    public Optional<CsvRow> next() {
        try {
            return reader.next().map(this::row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvRow row(CsvRecord read) {
        String fault = read.readable() && read.values().size() != header.size()
                ? "has " + read.values().size() + " values, the header names " + header.size() + " columns"
                : read.fault();
        return new CsvRow(read.line(), header, fault.isEmpty() ? read.values() : List.of(), fault);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
