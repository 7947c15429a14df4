package org.linli.local.demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.local.proof.IndependentBooks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SampleYearTest {
    @TempDir
    Path directory;

    @Test
    void every_branch_has_revenue_in_every_month_and_something_is_eliminated() throws Exception {
        SampleYear.write(directory, 1);
        IndependentBooks books = IndependentBooks.of(directory.resolve("entries.csv"));
        assertThat(books.bases()).hasSize(26 * 12);
        assertThat(books.cells()).anySatisfy((cell, sum) -> {
            assertThat(cell).startsWith(SampleYear.STREET + " ");
            assertThat(sum.eliminated()).isPositive();
        });
        List<String> units = Files.readAllLines(directory.resolve("units.csv"));
        assertThat(units).hasSize(1 + 3 + 26).anyMatch(line -> line.startsWith("440703006107,石冲社区分公司,"));
    }

    @Test
    void a_table_counts_chinese_as_two_columns() {
        TextTable table = new TextTable("branch", "gross");
        table.row("石冲", "1.00");
        table.row("abcdef", "22.00");
        assertThat(table.text().lines()).containsExactly("  branch  gross", "  石冲     1.00", "  abcdef  22.00");
    }
}
