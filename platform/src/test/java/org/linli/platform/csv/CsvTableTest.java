package org.linli.platform.csv;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.table.TableFault;
import org.linli.platform.table.TableRow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvTableTest {
    private static final List<String> COLUMNS = List.of("code", "name");

    @Test
    void reads_with_and_without_byte_order_mark_and_in_any_order_of_columns() throws IOException {
        assertThat(rows("code,name\n1,环市\n"))
                .extracting(row -> row.value("name"))
                .containsExactly("环市");
        assertThat(rows("\uFEFFname,code\r\n环市,1\r\n"))
                .extracting(row -> row.value("code"))
                .containsExactly("1");
    }

    @Test
    void keeps_quotes_commas_and_line_breaks_inside_values_and_counts_lines_on() throws IOException {
        List<TableRow> rows = rows("code,name\n1,\"a \"\"b\"\", c\nd\"\n\n2,x\n3,\"\"");
        assertThat(rows).extracting(row -> row.value("name")).containsExactly("a \"b\", c\nd", "x", "");
        assertThat(rows).extracting(TableRow::line).containsExactly(2L, 5L, 6L);
    }

    @Test
    void a_stray_quote_costs_its_own_row_only() throws IOException {
        List<TableRow> rows = rows("code,name\n1,a\"b\n2,\"a\"b\n3,ok\n");
        assertThat(rows).extracting(TableRow::readable).containsExactly(false, false, true);
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_row_only() throws IOException {
        StringBuilder file = new StringBuilder("code,name\n1,\"open\n");
        for (int i = 0; i < 500; i++) {
            file.append(i).append(",ok\n");
        }
        List<TableRow> rows = rows(file.toString());
        assertThat(rows).hasSize(501);
        assertThat(rows.get(0).fault()).contains("never closed");
        assertThat(rows.subList(1, 501)).allMatch(TableRow::readable);
        assertThat(rows.get(500).line()).isEqualTo(502);
    }

    @Test
    void a_row_of_the_wrong_width_says_so() throws IOException {
        assertThat(rows("code,name\n1\n1,2,3\n"))
                .extracting(TableRow::fault)
                .containsExactly(
                        "has 1 values, the header names 2 columns", "has 3 values, the header names 2 columns");
    }

    @Test
    void a_file_that_is_not_utf_8_as_a_whole_is_refused_before_any_row() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("code,name\n1,ok\n2,".getBytes(StandardCharsets.UTF_8));
        bytes.write("环市".getBytes(Charset.forName("GBK")));
        assertThatThrownBy(() -> rows(bytes.toByteArray())).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> rows("code,name\n1,\uFFFD\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> rows("code,name\n1,ok\n".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(TableFault.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"医院", "小学", "学校,医院", "A楼医院", "陆", "路", "录", "禄", "驴", "挺", "童", "3楼", "12路", "路1", "陆A", "童A"})
    void chinese_in_gbk_is_refused_where_its_bytes_are_utf_8_by_accident(String name) {
        assertThatThrownBy(() -> rows(("code,name\n1,\"" + name + "\"\n").getBytes(Charset.forName("GBK"))))
                .isInstanceOf(TableFault.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Café",
                "naïve",
                "A·B",
                "25°",
                "Привет, мир",
                "Ελλάδα",
                "医院 ҽԺ",
                "ئۇيغۇر",
                "é",
                "ñ",
                "λ",
                "β",
                "Ω",
                "µ",
                "5 µm",
                "élan",
                "Zoë",
                "¥12.50",
                "±5",
                "30m²",
                "25°C",
                "陆",
                "路"
            })
    void other_scripts_are_text_as_well(String name) throws IOException {
        assertThat(rows("code,name\n1,\"" + name + "\"\n"))
                .extracting(row -> row.value("name"))
                .containsExactly(name);
    }

    @Test
    void empty_rows_and_empty_columns_at_the_end_are_passed_over() throws IOException {
        List<TableRow> rows = rows(",,,\ncode,name,, \n,,,\n1,a,,\n\u3000,\u00A0,,\n2,b,,\n\"\",\"\"\n3,c\n,,,,,,\n");
        assertThat(rows).extracting(row -> row.value("name")).containsExactly("a", "b", "c");
        assertThat(rows).extracting(TableRow::line).containsExactly(4L, 6L, 8L);
        assertThat(rows("code,name,,\n1,a,x,\n")).extracting(TableRow::readable).containsExactly(false);
    }

    @Test
    void characters_that_must_not_be_shown_are_named_with_their_column() throws IOException {
        List<TableRow> rows = rows("code,name\n1,a\u001Fb\n2,a\u202Eb\n3,ok\n");
        assertThat(rows).extracting(TableRow::column).containsExactly("name", "name", "");
        assertThat(rows).extracting(TableRow::fault).first().asString().contains("U+001F", "control");
        assertThat(rows).extracting(TableRow::readable).containsExactly(false, false, true);
    }

    @Test
    void what_was_written_for_a_spreadsheet_reads_as_it_was() throws IOException {
        for (String name :
                List.of("=1+1", "+1", "-5", "@SUM(1)", "\ttab", "＝1", "'=1", "''=1", "'quoted'", "plain", "a,\"b\"")) {
            String file = "code,name\r\n" + CsvLines.row("1", name);
            assertThat(rows(file)).extracting(row -> row.value("name")).containsExactly(name);
        }
    }

    @Test
    void refuses_unknown_doubled_and_missing_columns() {
        assertThatThrownBy(() -> rows("code,code,colour\n"))
                .isInstanceOf(TableFault.class)
                .hasMessageContaining("unknown column \"colour\"")
                .hasMessageContaining("column \"code\" twice")
                .hasMessageContaining("no column \"name\"");
        assertThatThrownBy(() -> rows("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> rows("code,\"name\n")).hasMessageContaining("never closed");
    }

    private static List<TableRow> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<TableRow> rows(byte[] file) throws IOException {
        try (CsvTable table = CsvTable.open(() -> new ByteArrayInputStream(file), COLUMNS)) {
            List<TableRow> rows = new ArrayList<>();
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
            }
            return rows;
        }
    }
}
