package org.linli.platform.sheet;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of one sheet that have cells with anything in them, in their order. */
final class SheetRows implements Closeable {

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;

    private final XmlCursor xml;
    private final SharedTexts texts;
    private final NumberFormats formats;
    private int row;

    SheetRows(XmlCursor xml, SharedTexts texts, NumberFormats formats) {
        this.xml = xml;
        this.texts = texts;
        this.formats = formats;
    }

    /** @param number as the spreadsheet shows it, counted from 1 */
    record Row(int number, List<SheetCell> cells) {}

    Optional<Row> next() throws IOException {
        while (xml.next() && !xml.ends("sheetData")) {
            if (xml.begins("row")) {
                row = number(xml.attribute("r"), row + 1, MOST_ROWS);
                List<SheetCell> cells = cells();
                if (!cells.isEmpty()) {
                    return Optional.of(new Row(row, cells));
                }
            }
        }
        return Optional.empty();
    }

    private List<SheetCell> cells() throws IOException {
        List<SheetCell> cells = new ArrayList<>();
        int column = 0;
        while (xml.next() && !xml.ends("row")) {
            if (xml.begins("c")) {
                String place = xml.attribute("r");
                column = number(place == null ? null : column(place), column + 1, MOST_COLUMNS);
                SheetCell cell = cell(column - 1);
                if (!cell.text().isEmpty() || cell.isUnknown()) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private SheetCell cell(int column) throws IOException {
        String type = xml.attribute("t", "n");
        NumberFormat format = formats.of(xml.attribute("s", ""));
        String text = "";
        boolean formula = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("v")) {
                String value = xml.text(CellText.LONGEST * 7);
                text = type.equals("s") ? texts.get(value) : CellText.unescaped(value);
            } else if (xml.begins("is")) {
                text = CellText.read(xml, "is");
            } else if (xml.begins("f")) {
                formula = true;
            }
        }
        return new SheetCell(column, type, format, text, formula);
    }

    /** Number of the row that was read last. */
    int last() {
        return row;
    }

    /** Places go on from each other; a file that goes back or beyond the sheet is none of a spreadsheet's. */
    private static int number(@Nullable String stated, int next, int most) throws IOException {
        int number = stated == null ? next : stated.matches("[0-9]{1,7}") ? Integer.parseInt(stated) : -1;
        if (number < next || number > most) {
            throw new IOException("no place of a sheet");
        }
        return number;
    }

    /** The number of the column of a place such as AB12, counted from 1. */
    private static String column(String place) {
        int number = 0;
        for (int at = 0; at < Math.min(place.length(), 4); at++) {
            char c = place.charAt(at);
            if (c < 'A' || c > 'Z') {
                break;
            }
            number = number * 26 + c - 'A' + 1;
        }
        return String.valueOf(number);
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
