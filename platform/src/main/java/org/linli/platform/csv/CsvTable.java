package org.linli.platform.csv;

import org.linli.platform.table.Table;
import org.linli.platform.table.TableFault;
import org.linli.platform.table.TableHeader;
import org.linli.platform.table.TableRow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file whose columns are found by name in any order; unknown, doubled and missing columns are refused, empty rows
 * and empty columns at the end passed over.
 */
public final class CsvTable implements Table {

    private static final String EXPECTED = "a value a column, quoted where it has a comma, a quote or a line break";

    private final CsvReader reader;
    private final List<String> header;

    private CsvTable(CsvReader reader, List<String> header) {
        this.reader = reader;
        this.header = header;
    }

    /**
     * @param columns all that the file must have
     * @throws TableFault when it is not such a file
     */
    public static CsvTable open(Source file, List<String> columns) throws IOException {
        EncodingCheck.check(file.open());
        CsvReader reader = new CsvReader(file.open());
        CsvRecord first = reader.next().orElseThrow(() -> TableFault.ofHeader("is empty"));
        if (!first.readable()) {
            throw TableFault.ofHeader("has a row that " + first.fault());
        }
        return new CsvTable(reader, TableHeader.read(first.values(), columns));
    }

    @Override
    public Optional<TableRow> next() {
        try {
            return reader.next().map(this::row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableRow row(CsvRecord read) {
        CsvRecord record = read.upTo(header.size());
        if (!record.readable()) {
            return TableRow.broken(record.line(), header, "", record.fault(), EXPECTED);
        }
        return record.values().size() == header.size()
                ? TableRow.of(
                        record.line(),
                        header,
                        record.values().stream().map(CsvLines::read).toList())
                : TableRow.ofWidth(record.line(), header, record.values().size(), EXPECTED);
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
