package org.linli.company.consolidation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happened in whatever batches: the cells are the sum of the statements that count. */
class ConsolidationUpdatePropertyTest {

    /** Fifty fixed seeds and one new each day of running; {@code -Dlinli.seed=} repeats a single one. */
    static LongStream seeds() {
        Long only = Long.getLong("linli.seed");
        return only != null ? LongStream.of(only) : LongStream.concat(LongStream.range(0, 50), new Random().longs(3));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cells_equal_a_recomputation_from_scratch(long seed) {
        StatementHistories histories = new StatementHistories(seed);
        List<AcceptedStatement> history = histories.history(300);

        Book book = new Book();
        histories.batches(history).forEach(book::take);

        assertThat(book.cells()).as("seed %d", seed).isEqualTo(Recomputed.cells(history));
        assertThat(book.progress.get("4407").acceptedStatements())
                .isEqualTo(history.stream()
                        .filter(each -> each.key().unit().isWithin("4407"))
                        .count());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void batches_make_no_difference(long seed) {
        List<AcceptedStatement> history = new StatementHistories(seed).history(120);

        Book oneByOne = new Book();
        history.forEach(each -> oneByOne.take(List.of(each)));
        Book atOnce = new Book();
        atOnce.take(history);

        assertThat(oneByOne.cells()).as("seed %d", seed).isEqualTo(atOnce.cells());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_correction_with_the_same_lines_touches_no_cell(long seed) {
        for (AcceptedStatement statement : new StatementHistories(seed).history(20)) {
            AcceptedStatement again = new AcceptedStatement(
                    "again",
                    statement.key(),
                    statement.version() + 1,
                    statement.unitClass(),
                    statement.acceptedAt(),
                    statement.lines());
            CellChanges delta =
                    ConsolidationUpdate.of(List.of(statement), List.of(again)).delta();
            assertThat(delta.lines()).isEmpty();
            assertThat(delta.branches()).isEmpty();
            assertThat(delta.partners()).isEmpty();
        }
    }

    /** The store's part in memory: statements that count, and cells changed by additions alone. */
    private static final class Book {

        private final Map<StatementKey, AcceptedStatement> current = new HashMap<>();
        private final Map<String, Figures> cells = new HashMap<>();
        private final Map<String, Progress> progress = new HashMap<>();

        void take(List<AcceptedStatement> batch) {
            Set<StatementKey> keys = new HashSet<>();
            batch.forEach(each -> keys.add(each.key()));
            Collection<AcceptedStatement> before = new ArrayList<>(current.values());
            before.removeIf(each -> !keys.contains(each.key()));
            ConsolidationUpdate succession = ConsolidationUpdate.of(before, batch);
            add(succession.delta().lines());
            add(succession.delta().branches());
            add(succession.delta().partners());
            assertThat(current.keySet()).containsAll(succession.superseded());
            succession.written().forEach(each -> current.put(each.key(), each));
            succession.progress().forEach((scope, mark) -> progress.merge(scope.value(), mark, Progress::plus));
        }

        private void add(Map<? extends Cell, Figures> changes) {
            changes.forEach((cell, figures) -> cells.merge(Recomputed.key(cell), figures, Figures::plus));
        }

        Map<String, String> cells() {
            Map<String, String> shown = new TreeMap<>();
            cells.forEach((key, figures) -> {
                if (!figures.isNothing()) {
                    shown.put(key, Recomputed.value(figures));
                }
            });
            return shown;
        }
    }
}
