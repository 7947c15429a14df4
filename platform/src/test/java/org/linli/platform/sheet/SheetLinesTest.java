package org.linli.platform.sheet;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.linli.platform.money.Yuan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Read back by another reader than our own. */
class SheetLinesTest {

    private static final List<String> HEADER = List.of("号", "amount", "rate", "count", "day", "period", "note");

    @Test
    void amounts_are_numbers_days_are_days_and_all_else_is_text() throws IOException {
        List<Row> rows = read(file(Arrays.asList(
                        "000123",
                        Yuan.ofFen(-123_450),
                        new BigDecimal("0.2000"),
                        7L,
                        LocalDate.of(2026, 3, 5),
                        YearMonth.of(2026, 3),
                        "=1+1")))
                .getFirst();
        Row row = rows.get(1);
        assertThat(row.stream().map(Cell::getType))
                .containsExactly(
                        CellType.STRING,
                        CellType.NUMBER,
                        CellType.NUMBER,
                        CellType.NUMBER,
                        CellType.NUMBER,
                        CellType.STRING,
                        CellType.STRING);
        assertThat(row.getCell(0).getText()).isEqualTo("000123");
        assertThat(row.getCell(1).getRawValue()).isEqualTo("-1234.50");
        assertThat(row.getCell(1).getDataFormatString()).isEqualTo("0.00");
        assertThat(row.getCell(2).getRawValue()).isEqualTo("0.2000");
        assertThat(row.getCell(2).getDataFormatString()).isEqualTo("0.0000");
        assertThat(row.getCell(4).asDate()).isEqualTo("2026-03-05T00:00:00");
        assertThat(row.getCell(5).getText()).isEqualTo("2026-03");
        assertThat(row.getCell(6).getText()).isEqualTo("=1+1");
        assertThat(row.getCell(6).getFormula()).isNull();
    }

    @Test
    void the_header_is_bold_and_stays_and_columns_are_as_wide_as_their_values() throws IOException {
        byte[] file = file(Arrays.asList("a", null, null, null, null, null, "长者饭堂长者饭堂"));
        assertThat(part(file, "xl/worksheets/sheet1.xml"))
                .contains("state=\"frozen\"", "ySplit=\"1\"", "max=\"7\" width=\"18.0\"", "max=\"1\" width=\"8.0\"");
        assertThat(part(file, "xl/styles.xml")).contains("<font><b/>");
    }

    @Test
    void texts_of_any_kind_are_read_back_as_they_were() throws IOException {
        List<String> texts = List.of("a,\"b\"\n<c>&'", "_x0041_", "\tx\r\ny", "'=1", "𠮷 ҽԺ", "1E5", "2026-03-05");
        SheetLines lines = new SheetLines("a", List.of("text"));
        byte[] file = joined(lines.rows(texts.stream().map(List::of).toList()), lines.end());
        try (SheetTable table = SheetTable.open(file, List.of("text"))) {
            for (String text : texts) {
                assertThat(table.next().orElseThrow().value("text")).isEqualTo(text);
            }
        }
    }

    @Test
    void where_a_sheet_is_full_the_next_one_begins_under_the_same_header() throws IOException {
        SheetLines lines = new SheetLines("a", List.of("n"), 4);
        byte[] first = lines.rows(List.of(List.of("1"), List.of("2")));
        byte[] second = lines.rows(List.of(List.of("3"), List.of("4"), List.of("5"), List.of("6"), List.of("7")));
        List<List<Row>> sheets = read(joined(first, second, lines.rows(List.of(List.of("8"))), lines.end()));
        assertThat(sheets)
                .extracting(rows -> rows.stream().map(row -> row.getCellText(0)).toList())
                .containsExactly(List.of("n", "1", "2", "3"), List.of("n", "4", "5", "6"), List.of("n", "7", "8"));
    }

    @Test
    void a_table_without_rows_is_a_header_alone() throws IOException {
        SheetLines lines = new SheetLines("a", List.of("n"));
        assertThat(read(joined(lines.rows(List.of()), lines.end())).getFirst()).hasSize(1);
        assertThat(read(new SheetLines("a", List.of("n")).end()).getFirst()).hasSize(1);
    }

    @Test
    void a_hundred_thousand_rows_are_written_piece_by_piece_and_read_again() throws IOException {
        SheetLines lines = new SheetLines("a", List.of("n", "text"));
        var file = new ByteArrayOutputStream();
        int largest = 0;
        for (int page = 0; page < 100; page++) {
            List<List<Object>> rows = new ArrayList<>();
            for (int at = 0; at < 1000; at++) {
                rows.add(List.of(page * 1000 + at, "长者饭堂的一行文字 " + at * 7919L));
            }
            byte[] piece = lines.rows(rows);
            largest = Math.max(largest, piece.length);
            file.writeBytes(piece);
        }
        file.writeBytes(lines.end());
        assertThat(largest).isLessThan(200_000);
        int read = 0;
        try (SheetTable table = SheetTable.open(file.toByteArray(), List.of("n", "text"))) {
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                assertThat(row.get().value("n")).isEqualTo(String.valueOf(read++));
            }
        }
        assertThat(read).isEqualTo(100_000);
    }

    private static byte[] file(List<?> row) {
        SheetLines lines = new SheetLines("a", HEADER);
        return joined(lines.rows(List.of(row)), lines.end());
    }

    private static byte[] joined(byte[]... pieces) {
        var bytes = new ByteArrayOutputStream();
        Arrays.stream(pieces).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static List<List<Row>> read(byte[] file) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            List<List<Row>> sheets = new ArrayList<>();
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheets.add(sheet.read());
            }
            return sheets;
        }
    }

    private static String part(byte[] file, String name) throws IOException {
        try (var part = ZipDirectory.read(file, 100).open(name)) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
