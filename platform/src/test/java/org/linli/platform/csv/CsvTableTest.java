package org.linli.platform.csv;

import org.junit.jupiter.api.Test;

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
        List<CsvRow> rows = rows("code,name\n1,\"a \"\"b\"\", c\nd\"\n\n2,x\n3,\"\"");
        assertThat(rows).extracting(row -> row.value("name")).containsExactly("a \"b\", c\nd", "x", "");
        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 5L, 6L);
    }

    @Test
    void a_stray_quote_costs_its_own_row_only() throws IOException {
        List<CsvRow> rows = rows("code,name\n1,a\"b\n2,\"a\"b\n3,ok\n");
        assertThat(rows).extracting(CsvRow::readable).containsExactly(false, false, true);
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_row_only() throws IOException {
        StringBuilder file = new StringBuilder("code,name\n1,\"open\n");
        for (int i = 0; i < 500; i++) {
            file.append(i).append(",ok\n");
        }
        List<CsvRow> rows = rows(file.toString());
        assertThat(rows).hasSize(501);
        assertThat(rows.get(0).fault()).contains("never closed");
        assertThat(rows.subList(1, 501)).allMatch(CsvRow::readable);
        assertThat(rows.get(500).line()).isEqualTo(502);
    }

    @Test
    void a_row_of_the_wrong_width_says_so() throws IOException {
        assertThat(rows("code,name\n1\n1,2,3\n"))
                .extracting(CsvRow::fault)
                .containsExactly(
                        "has 1 values, the header names 2 columns", "has 3 values, the header names 2 columns");
    }

    @Test
    void a_row_that_is_not_utf_8_is_refused_and_the_next_goes_on() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("code,name\n1,".getBytes(StandardCharsets.UTF_8));
        bytes.write("环市".getBytes(Charset.forName("GBK")));
        bytes.write("\n2,ok\n".getBytes(StandardCharsets.UTF_8));
        List<CsvRow> rows = rows(bytes.toByteArray());
        assertThat(rows.get(0).fault()).contains("not UTF-8");
        assertThat(rows.get(1).value("name")).isEqualTo("ok");
    }

    @Test
    void refuses_unknown_doubled_and_missing_columns() {
        assertThatThrownBy(() -> rows("code,code,colour\n"))
                .isInstanceOf(CsvFault.class)
                .hasMessageContaining("unknown column \"colour\"")
                .hasMessageContaining("column \"code\" twice")
                .hasMessageContaining("no column \"name\"");
        assertThatThrownBy(() -> rows("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> rows("code,\"name\n")).hasMessageContaining("never closed");
    }

    private static List<CsvRow> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CsvRow> rows(byte[] file) throws IOException {
        try (CsvTable table = CsvTable.open(new ByteArrayInputStream(file), COLUMNS)) {
            List<CsvRow> rows = new ArrayList<>();
            for (Optional<CsvRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
            }
            return rows;
        }
    }
}
