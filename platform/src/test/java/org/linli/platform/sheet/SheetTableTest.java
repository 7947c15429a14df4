package org.linli.platform.sheet;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.table.TableFault;
import org.linli.platform.table.TableRow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SheetTableTest {

    private static final List<String> COLUMNS = List.of("code", "name");
    private static final String HEADER = row(1, text("A1", "code") + text("B1", "name"));

    @Test
    void reads_what_a_workbook_says_in_any_order_of_columns() throws IOException {
        List<TableRow> rows = rows(workbook(sheet -> {
            sheet.value(0, 0, "name");
            sheet.value(0, 1, "code");
            sheet.value(1, 0, " a \"b\", c\nd ");
            sheet.value(1, 1, new BigDecimal("1234.50"));
            sheet.value(2, 0, LocalDate.of(2026, 3, 5));
            sheet.style(2, 0).format("yyyy-mm-dd").set();
            sheet.value(2, 1, 440703006101L);
        }));
        assertThat(rows).extracting(row -> row.value("name")).containsExactly(" a \"b\", c\nd ", "2026-03-05");
        assertThat(rows).extracting(row -> row.value("code")).containsExactly("1234.5", "440703006101");
        assertThat(rows).extracting(TableRow::line).containsExactly(2L, 3L);
    }

    @Test
    void empty_rows_and_empty_columns_at_the_end_are_passed_over_and_lines_are_those_of_the_sheet() throws IOException {
        List<TableRow> rows = rows(workbook(sheet -> {
            sheet.value(2, 0, "code");
            sheet.value(2, 1, " name");
            sheet.value(2, 2, " ");
            sheet.value(4, 0, "1");
            sheet.value(5, 0, "\u3000");
            sheet.value(5, 3, " ");
            sheet.value(7, 0, "2");
            sheet.value(7, 1, "b");
        }));
        assertThat(rows).extracting(row -> row.value("name")).containsExactly("", "b");
        assertThat(rows).extracting(TableRow::line).containsExactly(5L, 8L);
    }

    @Test
    void a_value_beside_the_table_and_what_must_not_be_shown_cost_their_own_rows() throws IOException {
        List<TableRow> rows = rows(workbook(sheet -> {
            sheet.value(0, 0, "code");
            sheet.value(0, 1, "name");
            sheet.value(1, 0, "1");
            sheet.value(1, 3, "x");
            sheet.value(2, 1, "a\u202Eb");
            sheet.value(3, 0, "3");
        }));
        assertThat(rows).extracting(TableRow::readable).containsExactly(false, false, true);
        assertThat(rows.get(0).fault()).isEqualTo("has 4 values, the header names 2 columns");
        assertThat(rows.get(1).column()).isEqualTo("name");
        assertThat(rows.get(1).fault()).contains("U+202E");
    }

    @Test
    void reads_what_excel_itself_writes() throws IOException {
        byte[] file = HandMade.workbook()
                .texts(
                        "<si><t>code</t></si><si><t>name</t></si><si><r><t>环</t></r><r><rPr><b/></rPr><t>市</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>huanshi</t></rPh></si><si><t xml:space=\"preserve\">a_x000D_b </t></si>")
                .sheet(
                        "Sheet1",
                        row(1, cell("A1", "t=\"s\"", "0") + cell("B1", "t=\"s\"", "1"))
                                + row(2, cell("A2", "", "1234.5599999999999") + cell("B2", "t=\"s\"", "2"))
                                + row(3, cell("A3", "", "5.0000000000000003E-2") + cell("B3", "t=\"s\"", "3"))
                                + row(4, cell("A4", "s=\"1\"", "46086") + cell("B4", "s=\"2\"", "46082"))
                                + row(5, cell("A5", "", "0.30000000000000004") + cell("B5", "t=\"d\"", "2026-03-05"))
                                + "<row r=\"6\"><c r=\"A6\" t=\"str\"><f>A5&amp;\"x\"</f><v>x1</v></c>"
                                + "<c r=\"B6\"><f>1+1</f><v>2</v></c></row>"
                                + "<row r=\"7\"><c r=\"A7\" t=\"str\"><f>\"\"</f><v></v></c></row>"
                                + "<row><c t=\"inlineStr\"><is><t>last</t></is></c></row>")
                .bytes();
        List<TableRow> rows = rows(file);
        assertThat(rows)
                .extracting(row -> row.value("code"))
                .containsExactly("1234.56", "0.05", "2026-03-05", "0.3", "x1", "last");
        assertThat(rows)
                .extracting(row -> row.value("name"))
                .containsExactly("环市", "a\rb ", "2026-03", "2026-03-05", "2", "");
        assertThat(rows.getLast().line()).isEqualTo(8);
    }

    @Test
    void days_are_counted_from_1900_with_its_day_too_many_or_from_1904() throws IOException {
        String days = HEADER + row(2, cell("A2", "s=\"1\"", "59") + cell("B2", "s=\"1\"", "61"));
        TableRow row = rows(HandMade.workbook().sheet("a", days).bytes()).getFirst();
        assertThat(row.values()).containsExactly("1900-02-28", "1900-03-01");
        row = rows(HandMade.workbook().from1904().sheet("a", days).bytes()).getFirst();
        assertThat(row.values()).containsExactly("1904-02-29", "1904-03-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s=\"3\"|0.5|percentage|0.5 or 50 as",
                "t=\"b\"|1|truth value|TRUE as text",
                "t=\"e\"|#N/A|#N/A|a value",
                "s=\"1\"|60|is none|a day",
                "s=\"1\"|46086.5|time of the day|2026-03-05",
                "s=\"6\"|46086.25|time of the day|2026-03-05",
                "s=\"7\"|0.25|time of the day|a day",
                "s=\"2\"|46086|shown as a month|2026-03",
                "s=\"4\"|123|zeros in front|or 123",
                "s=\"5\"|123|exponent|123 as",
                "|2.0260900000000001E+17|more than 15 digits|as text",
                "|1234567890123456|more than 15 digits|as text",
                "|1E400|more than 15 digits|as text",
                "|1,5|no number|a number",
                "t=\"d\"|2026-03-05T09:00|time of the day|a day"
            })
    void a_cell_whose_meaning_is_not_certain_is_refused_with_what_would_be_right(
            String attributes, String value, String reason, String expected) throws IOException {
        String odd = cell("B2", attributes == null ? "" : attributes, value);
        List<TableRow> rows = rows(HandMade.workbook()
                .sheet("a", HEADER + row(2, text("A2", "1") + odd) + row(3, text("A3", "2")))
                .bytes());
        assertThat(rows).extracting(TableRow::readable).containsExactly(false, true);
        assertThat(rows.getFirst().column()).isEqualTo("name");
        assertThat(rows.getFirst().fault()).contains(reason);
        assertThat(rows.getFirst().expected()).contains(expected);
    }

    @Test
    void a_formula_that_was_never_computed_is_refused() throws IOException {
        String row = "<row r=\"2\"><c r=\"A2\"><f>1+1</f></c></row>";
        assertThat(rows(HandMade.workbook().sheet("a", HEADER + row).bytes()))
                .extracting(TableRow::fault)
                .singleElement()
                .asString()
                .contains("not stored");
    }

    @Test
    void a_further_sheet_with_data_is_refused_by_name_and_an_empty_one_is_passed_over() throws IOException {
        String data = HEADER + row(2, text("A2", "1"));
        assertThat(rows(HandMade.workbook()
                        .sheet("a", data)
                        .sheet("b", row(1, cell("A1", "s=\"1\"", "")))
                        .bytes()))
                .hasSize(1);
        byte[] two = HandMade.workbook()
                .sheet("a", data)
                .sheet("三月", row(9, text("C9", "x")))
                .bytes();
        assertThatThrownBy(() -> rows(two)).isInstanceOf(TableFault.class).hasMessageContaining("三月");
    }

    @Test
    void refuses_unknown_doubled_and_missing_columns_and_empty_sheets() {
        assertThatThrownBy(() -> rows(workbook(sheet -> {
                    sheet.value(0, 0, "code");
                    sheet.value(0, 1, "code");
                    sheet.value(0, 2, "colour");
                })))
                .hasMessageContaining("unknown column \"colour\"")
                .hasMessageContaining("column \"code\" twice")
                .hasMessageContaining("no column \"name\"");
        assertThatThrownBy(() -> rows(workbook(sheet -> {}))).hasMessage("is empty");
    }

    @Test
    void a_workbook_with_prefixes_and_without_formats_is_one_as_well() throws IOException {
        byte[] file = HandMade.workbook()
                .sheet("a", "")
                .part("xl/styles.xml", "<styleSheet/>")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "\uFEFF<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row><x:c t=\"str\"><x:v>code</x:v></x:c>"
                                + "<x:c t=\"str\"><x:v>name</x:v></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c></x:row>"
                                + "</x:sheetData></x:worksheet>")
                .bytes();
        assertThat(rows(file)).extracting(row -> row.value("code")).containsExactly("7");
    }

    private static String row(int number, String cells) {
        return "<row r=\"" + number + "\" spans=\"1:2\">" + cells + "</row>";
    }

    private static String cell(String place, String attributes, String value) {
        return "<c r=\"" + place + "\" " + attributes + "><v>" + value + "</v></c>";
    }

    private static String text(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static byte[] workbook(Consumer<Worksheet> content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", null)) {
            content.accept(workbook.newWorksheet("a"));
        }
        return bytes.toByteArray();
    }

    private static List<TableRow> rows(byte[] file) throws IOException {
        try (SheetTable table = SheetTable.open(file, COLUMNS)) {
            List<TableRow> rows = new ArrayList<>();
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
            }
            return rows;
        }
    }
}
