package org.linli.platform.sheet;

import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** How wide columns are: as the longest of the first values, within reason. */
record ColumnWidths(int[] widths) {

    private static final int NARROWEST = 8;
    private static final int WIDEST = 40;
    private static final int ROOM = 2;

    static ColumnWidths of(List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
        int[] widths = new int[header.size()];
        widen(widths, header);
        rows.forEach(row -> widen(widths, row));
        return new ColumnWidths(widths);
    }

    private static void widen(int[] widths, List<? extends @Nullable Object> values) {
        for (int column = 0; column < widths.length && column < values.size(); column++) {
            Object value = values.get(column);
            int width = value == null ? NARROWEST : length(value.toString()) + ROOM;
            widths[column] = Math.clamp(Math.max(width, widths[column]), NARROWEST, WIDEST);
        }
    }

    /** Chinese characters are twice as wide as digits. */
    private static int length(String text) {
        return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
    }

    void setOn(Worksheet sheet) {
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
    }
}
