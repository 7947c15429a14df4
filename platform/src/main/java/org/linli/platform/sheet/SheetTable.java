package org.linli.platform.sheet;

import org.jspecify.annotations.Nullable;
import org.linli.platform.sheet.WorkbookParts.SheetPart;
import org.linli.platform.table.Table;
import org.linli.platform.table.TableFault;
import org.linli.platform.table.TableHeader;
import org.linli.platform.table.TableRow;
import org.linli.platform.text.Texts;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The first sheet of a workbook as a table, twin of {@link org.linli.platform.csv.CsvTable}: columns by name in any
 * order, empty rows and empty columns at the end passed over. A cell whose meaning is not certain costs its own row.
 */
public final class SheetTable implements Table {

    private static final String EXPECTED = "values below the columns that the header names, and nothing beside them";

    /** As much as a CSV file can hold. */
    private static final long MOST_CHARACTERS = 12L << 20;

    private final SheetRows rows;
    private final boolean from1904;
    private List<String> header = List.of();
    private long characters;

    private SheetTable(SheetRows rows, boolean from1904) {
        this.rows = rows;
        this.from1904 = from1904;
    }

    /**
     * @param columns all that the sheet must have
     * @throws TableFault when it is not such a file
     */
    public static SheetTable open(byte[] file, List<String> columns) {
        PackageParts parts = PackageParts.open(file);
        try {
            WorkbookParts workbook = WorkbookParts.read(parts);
            if (workbook.sheets().isEmpty()) {
                throw TableFault.ofHeader("is empty");
            }
            SharedTexts texts = SharedTexts.read(parts, workbook.texts());
            NumberFormats formats = NumberFormats.read(parts, workbook.formats());
            for (SheetPart other :
                    workbook.sheets().subList(1, workbook.sheets().size())) {
                checkEmpty(parts, other, texts, formats);
            }
            SheetRows rows = rows(parts, workbook.sheets().getFirst(), texts, formats);
            return new SheetTable(rows, workbook.from1904()).under(columns);
        } catch (IOException broken) {
            throw FileKinds.broken("has a part that cannot be read");
        }
    }

    private static SheetRows rows(PackageParts parts, SheetPart sheet, SharedTexts texts, NumberFormats formats)
            throws IOException {
        return new SheetRows(new XmlCursor(parts.open(sheet.part())), texts, formats);
    }

    private static void checkEmpty(PackageParts parts, SheetPart sheet, SharedTexts texts, NumberFormats formats)
            throws IOException {
        try (SheetRows rows = rows(parts, sheet, texts, formats)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                if (!isBlank(row.get().cells())) {
                    throw TableFault.ofFile(
                            "holds data in a further sheet \"" + sheet.name() + "\"", "one sheet with all rows");
                }
            }
        }
    }

    private SheetTable under(List<String> columns) throws IOException {
        SheetRows.Row first = nextRow();
        if (first == null) {
            throw TableFault.ofHeader("is empty");
        }
        String[] names = new String[first.cells().getLast().column() + 1];
        Arrays.fill(names, "");
        first.cells().forEach(cell -> names[cell.column()] = cell.text());
        header = TableHeader.read(List.of(names), columns);
        return this;
    }

    @Override
    public Optional<TableRow> next() {
        try {
            SheetRows.Row row = nextRow();
            return row == null ? Optional.empty() : Optional.of(read(row));
        } catch (IOException broken) {
            throw FileKinds.broken("has a sheet that cannot be read on after row " + rows.last());
        }
    }

    private SheetRows.@Nullable Row nextRow() throws IOException {
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            if (!isBlank(row.get().cells())) {
                return row.get();
            }
        }
        return null;
    }

    private TableRow read(SheetRows.Row row) {
        String[] values = new String[header.size()];
        Arrays.fill(values, "");
        for (SheetCell cell : row.cells()) {
            if (cell.column() >= values.length) {
                if (!isBlank(List.of(cell))) {
                    return TableRow.ofWidth(row.number(), header, cell.column() + 1, EXPECTED);
                }
                continue;
            }
            switch (CellValue.of(cell, from1904)) {
                case CellValue.Text said -> values[cell.column()] = counted(said.text());
                case CellValue.Fault fault -> {
                    String column = header.get(cell.column());
                    return TableRow.broken(row.number(), header, column, fault.reason(), fault.expected());
                }
            }
        }
        return TableRow.of(row.number(), header, List.of(values));
    }

    private String counted(String text) {
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw TableFault.ofFile("holds more text than any table needs", "up to 12 million characters in one file");
        }
        return text;
    }

    private static boolean isBlank(List<SheetCell> cells) {
        return cells.stream().allMatch(cell -> Texts.isBlank(cell.text()) && !cell.isUnknown());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
