package org.linli.local.proof;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.local.run.Figures;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The judge is judged by hand-made numbers. */
class IndependentBooksTest {
    @TempDir
    Path directory;

    @Test
    void eliminates_where_both_lie_inside_and_rounds_half_up() {
        IndependentBooks books = new IndependentBooks();
        books.add(entry("440703006101", "440703006102", "10.00", "0.00"));
        books.add(entry("440703006101", "440704001001", "0.03", "0.00"));
        books.add(entry("440703006101", "", "-2.50", "-0.05"));

        assertThat(sum(books, "440703006101")).isEqualTo("7.53 0 3");
        assertThat(sum(books, "440703006")).isEqualTo("7.53 10.00 3");
        assertThat(sum(books, "440703")).isEqualTo("7.53 10.00 3");
        assertThat(sum(books, "4407")).isEqualTo("7.53 10.03 3");
        // base 7.58, a fifth is 1.516
        assertThat(books.owed()).containsExactly(Map.entry("440703006101 2025-01", new BigDecimal("1.52")));
    }

    @Test
    void a_branch_that_gave_more_back_than_it_earned_owes_nothing() {
        IndependentBooks books = new IndependentBooks();
        books.add(entry("440703006101", "", "-2.50", "0.00"));
        assertThat(books.owed().values()).allMatch(owed -> owed.signum() == 0);
    }

    @Test
    void a_wrong_figure_a_missing_and_one_too_many_are_all_differences() {
        IndependentBooks books = new IndependentBooks();
        books.add(entry("440703006101", "", "1.00", "0.00"));
        Figures wrong = new Figures(
                Map.of("4407", Map.of("2025-01", Map.of("CANTEEN", amounts("1.01"), "FAIR", amounts("1.00")))),
                Map.of(),
                new Figures.TrialBalance(new BigDecimal("1.00"), new BigDecimal("1.01"), 1));
        List<String> differences = Differences.between(books, wrong);
        assertThat(differences)
                .anyMatch(one -> one.startsWith("figure 4407 2025-01 CANTEEN"))
                .anyMatch(one -> one.startsWith("figure 4407 2025-01 FAIR"))
                .anyMatch(one -> one.startsWith("figure 440703006101 2025-01 CANTEEN"))
                .anyMatch(one -> one.startsWith("obligation 440703006101 2025-01"))
                .anyMatch(one -> one.startsWith("ledger"));
    }

    @Test
    void the_same_seed_writes_the_same_files() throws Exception {
        Path one = directory.resolve("one");
        Path other = directory.resolve("other");
        GeneratedFiles.write(one, Division.ofHuanshi(), 500, 7);
        GeneratedFiles.write(other, Division.ofHuanshi(), 500, 7);
        assertThat(Files.mismatch(one.resolve("entries.csv"), other.resolve("entries.csv")))
                .isEqualTo(-1);
        assertThat(IndependentBooks.of(one.resolve("entries.csv")).entries()).isEqualTo(500);
        assertThat(Division.ofJiangmen()).hasSize(1348);
    }

    private static Figures.Amounts amounts(String gross) {
        return new Figures.Amounts(new BigDecimal(gross), new BigDecimal("0.00"), 1);
    }

    private static String sum(IndependentBooks books, String scope) {
        IndependentBooks.Sum sum = books.cells().get(scope + " 2025-01 CANTEEN");
        return sum.gross() + " " + sum.eliminated() + " " + sum.entries();
    }

    private static IndependentBooks.Entry entry(String unit, String counterparty, String gross, String tax) {
        return new IndependentBooks.Entry(
                unit, "2025-01", "CANTEEN", counterparty, new BigDecimal(gross), new BigDecimal(tax));
    }
}
