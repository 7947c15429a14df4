package org.linli.platform.sheet;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes the rows of a workbook, some at a time: what came of them is taken at once, so that a workbook of any length
 * needs the memory of these. Where a sheet is full the next one begins, under the same header.
 */
public final class SheetLines {

    /** What a sheet can hold. */
    private static final int MOST_ROWS = 1_048_576;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(written, "Linli", null);
    private final String name;
    private final List<String> header;
    private final int rowsOfSheet;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    /** @param name of the first sheet */
    public SheetLines(String name, List<String> header) {
        this(name, header, MOST_ROWS);
    }

    SheetLines(String name, List<String> header, int rowsOfSheet) {
        this.name = name;
        this.header = header;
        this.rowsOfSheet = rowsOfSheet;
    }

    /** The bytes that come of these rows; absent values are empty cells. */
    public byte[] rows(List<? extends List<? extends @Nullable Object>> rows) {
        try {
            Worksheet current = sheet == null ? begin(rows) : sheet;
            for (List<? extends @Nullable Object> values : rows) {
                if (row == rowsOfSheet) {
                    current.finish();
                    current = begin(rows);
                }
                write(current, values);
            }
            current.flush();
            return taken();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The bytes that make a file of all those before. */
    public byte[] end() {
        try {
            if (sheet == null) {
                begin(List.of());
            }
            workbook.finish();
            return taken();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Worksheet begin(List<? extends List<? extends @Nullable Object>> rows) {
        Worksheet next = workbook.newWorksheet(++sheets == 1 ? name : name + " " + sheets);
        sheet = next;
        row = 0;
        next.freezePane(0, 1);
        ColumnWidths.of(header, rows).setOn(next);
        for (int column = 0; column < header.size(); column++) {
            SheetValue.text(next, row, column, header.get(column));
            next.style(row, column).bold().set();
        }
        row++;
        return next;
    }

    private void write(Worksheet current, List<? extends @Nullable Object> values) {
        for (int column = 0; column < values.size(); column++) {
            SheetValue.write(current, row, column, values.get(column));
        }
        row++;
    }

    private byte[] taken() {
        byte[] bytes = written.toByteArray();
        written.reset();
        return bytes;
    }
}
