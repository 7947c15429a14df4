package org.linli.platform.csv;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.money.Yuan;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;

class CsvLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1+1", "-2", "@SUM(1+1)", "\tx", "\rx", "\nx", "＝1", "＠x"})
    void text_that_a_spreadsheet_would_run_is_made_harmless(String text) {
        assertThat(CsvLines.row(text)).matches(line -> line.startsWith("'") || line.startsWith("\"'"));
    }

    @Test
    void amounts_and_numbers_stay_what_they_are() {
        assertThat(CsvLines.row(Yuan.ofFen(-1250), new BigDecimal("-0.2000"), 7L, null, "夜市"))
                .isEqualTo("-12.50,-0.2000,7,,夜市\r\n");
    }

    @Test
    void quotes_commas_and_line_breaks_are_quoted() {
        assertThat(CsvLines.row("a\"b", "c,d", "e\nf")).isEqualTo("\"a\"\"b\",\"c,d\",\"e\nf\"\r\n");
    }
}
