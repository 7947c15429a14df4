package org.linli.bench;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.local.page.BenchPage;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class InterleavedTest {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @Test
    void turns_the_order_with_each_round_and_does_not_count_the_warm_up() throws Exception {
        List<String> order = new ArrayList<>();
        Interleaved bench = new Interleaved(Duration.ofSeconds(40), Duration.ofSeconds(1), 3, NOWHERE);

        Medians medians = bench.measure(List.of(counted("a", order, 10), counted("b", order, 20)));

        assertThat(order).containsExactly("a", "b", "a", "b", "b", "a", "a", "b");
        assertThat(medians.rates().get("a")).containsExactly(10.0, 10.0, 10.0);
    }

    @Test
    void compares_medians_so_that_one_disturbed_round_changes_nothing() {
        Medians medians = new Medians(Map.of("a", List.of(80.0, 82.0, 3.0), "b", List.of(100.0, 90.0, 101.0)));

        assertThat(medians.of("a")).isEqualTo(80.0);
        assertThat(medians.ratio("a", "b")).isCloseTo(0.8, within(1e-9));
        assertThat(Medians.median(List.of(1.0, 2.0, 3.0, 10.0))).isEqualTo(2.5);
        assertThat(medians.table("b")).contains("| a | 80 | 3 | 82 | 0.80 |");
    }

    @Test
    void ends_with_the_first_failure_instead_of_publishing_half_a_table() {
        Interleaved bench = new Interleaved(Duration.ZERO, Duration.ofSeconds(1), 1, NOWHERE);
        Variant broken = new Variant("broken", time -> {
            throw new IllegalStateException("503");
        });

        assertThatThrownBy(() -> bench.measure(List.of(broken))).hasMessage("503");
    }

    @Test
    void writes_a_page_with_date_commit_and_machine(@TempDir Path repository) throws Exception {
        Path page = new BenchPage(repository, "sample").write("A sample", "| table |\n");

        assertThat(page).isEqualTo(repository.resolve("docs/bench/sample.md"));
        assertThat(Files.readString(page))
                .startsWith("# A sample\n\n20")
                .contains("commit ", "cores", "Load average")
                .endsWith("| table |\n");
    }

    private static Variant counted(String name, List<String> order, double rate) {
        return new Variant(name, time -> {
            order.add(name);
            return rate;
        });
    }
}
