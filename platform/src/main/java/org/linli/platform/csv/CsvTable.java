package org.linli.platform.csv;

import org.linli.platform.text.Texts;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A CSV file whose columns are found by name in any order; unknown, doubled and missing columns are refused, empty rows
 * and empty columns at the end passed over.
 */
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
    public static CsvTable open(Source file, List<String> columns) throws IOException {
        WholeFile.check(file.open());
        CsvReader reader = new CsvReader(file.open());
        CsvRecord first = reader.next().orElseThrow(() -> CsvFault.ofHeader("is empty"));
        if (!first.readable()) {
            throw CsvFault.ofHeader("has a row that " + first.fault());
        }
        List<String> header =
                withoutEmptyEnd(first.values().stream().map(Texts::name).toList());
        check(header, columns);
        return new CsvTable(reader, header);
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
            throw CsvFault.ofHeader("has " + String.join(", ", wrong) + " in its header");
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
        return CsvRow.of(read.upTo(header.size()), header);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** A file that can be read twice: it is looked over as a whole before its rows are read. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
