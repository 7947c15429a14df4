package org.linli.platform.smallgroups;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody is told of fewer than five, nor of people who are all alike, nor can work either out. */
class SmallGroupsTest {

    @Test
    void a_total_of_fewer_than_five_is_withheld_whole() {
        assertThat(SmallGroups.hidden(new int[] {2, 2, 0})).containsOnly(true);
        assertThat(SmallGroups.hidden(new int[] {0, 5, 0})).containsOnly(true);
        assertThat(SmallGroups.hidden(new int[] {4, 0, 4})).containsOnly(true);
    }

    @Test
    void people_who_are_all_alike_look_as_if_a_few_of_them_were_not() {
        assertThat(SmallGroups.hidden(new int[] {0, 40, 0})).containsExactly(false, true, true);
        assertThat(SmallGroups.hidden(new int[] {0, 37, 3})).containsExactly(false, true, true);
        assertThat(SmallGroups.hidden(new int[] {0, 0, 40})).containsExactly(true, false, true);
    }

    @Test
    void a_small_cell_takes_the_next_one_with_it() {
        assertThat(SmallGroups.hidden(new int[] {2, 9, 30, 0})).containsExactly(true, true, false, false);
        assertThat(SmallGroups.hidden(new int[] {1, 2, 30, 9})).containsExactly(true, true, true, false);
        assertThat(SmallGroups.hidden(new int[] {2, 4, 30, 9})).containsExactly(true, true, false, false);
        assertThat(SmallGroups.hidden(new int[] {4, 5, 4, 5})).containsExactly(true, false, true, true);
        assertThat(SmallGroups.hidden(new int[] {14, 1})).containsOnly(true);
    }

    @Test
    void what_is_large_enough_is_told() {
        assertThat(SmallGroups.hidden(new int[] {5, 6, 0})).containsOnly(false);
        assertThat(SmallGroups.mayTell(new int[][] {{5, 6}, {0, 0}, {7, 8}})).isTrue();
    }

    @Test
    void a_table_with_a_small_or_empty_cell_or_people_of_one_mind_is_not_told() {
        assertThat(SmallGroups.mayTell(new int[][] {{5, 4}, {7, 8}})).isFalse();
        assertThat(SmallGroups.mayTell(new int[][] {{5, 0}, {7, 8}})).isFalse();
        assertThat(SmallGroups.mayTell(new int[][] {{0, 6}, {7, 0}})).isFalse();
        assertThat(SmallGroups.mayTell(new int[][] {{7, 14}, {0, 0}})).isFalse();
    }

    @Test
    void a_figure_is_told_anew_when_five_more_are_in_it() {
        assertThat(IntStream.range(10, 17).filter(now -> SmallGroups.mayReplace(10, now)))
                .containsExactly(15, 16);
    }

    @Test
    void what_grows_is_told_in_steps_of_five() {
        assertThat(LongStream.of(5, 9, 10, 14, 128).map(SmallGroups::inSteps)).containsExactly(5L, 5L, 10L, 10L, 125L);
    }

    /** By somebody who knows the total, the rule and all that is told, and tries every row that it could have been. */
    @ParameterizedTest
    @CsvSource({"2, 40", "3, 40", "4, 24", "5, 16", "6, 11"})
    void no_row_can_be_worked_out(int cells, int most) {
        for (int total = SmallGroups.FEWEST; total <= most; total++) {
            int people = total;
            Map<String, Set<Integer>[]> seen = new HashMap<>();
            everyTable(cells, new int[] {people}, table -> {
                int[] row = row(table);
                Set<Integer>[] values = seen.computeIfAbsent(told(row), _ -> sets(cells));
                Arrays.setAll(values, at -> with(values[at], row[at]));
            });
            everyTable(cells, new int[] {people}, table -> {
                int[] row = row(table);
                Set<Integer>[] values = Objects.requireNonNull(seen.get(told(row)));
                for (int at = 0; at < cells; at++) {
                    if ((SmallGroups.isSmall(row[at]) || row[at] == people) && values[at].size() < 2) {
                        throw new AssertionError(Arrays.toString(row) + " is found by " + told(row));
                    }
                }
            });
        }
    }

    private static int[] row(int[][] table) {
        return Arrays.stream(table).mapToInt(cell -> cell[0]).toArray();
    }

    private static Set<Integer> with(Set<Integer> values, int value) {
        values.add(value);
        return values;
    }

    /**
     * The same of a table: all that could have been are put together by what would have been told of them, and none that is
     * not told agrees with all that look like it on any cell, be it of few, of none or of all of a column.
     */
    @ParameterizedTest
    @CsvSource({
        "2, '5 5'",
        "2, '6 9'",
        "2, '10 11'",
        "2, '13 16'",
        "2, '5 6 7'",
        "2, '10 11 12'",
        "3, '5 5'",
        "3, '6 9'",
        "3, '5 5 6'",
        "4, '7 14'",
        "4, '5 5'"
    })
    void no_table_can_be_worked_out(int rows, String sizes) {
        int[] columns =
                Arrays.stream(sizes.split(" ")).mapToInt(Integer::parseInt).toArray();
        Map<String, Set<Integer>[]> seen = new HashMap<>();
        everyTable(rows, columns, table -> {
            Set<Integer>[] cells = seen.computeIfAbsent(told(table), _ -> sets(rows * columns.length));
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell].add(table[cell / columns.length][cell % columns.length]);
            }
        });
        assertThat(seen).hasSizeGreaterThan(1);
        everyTable(rows, columns, table -> mustBeOpen(table, seen));
    }

    private static void mustBeOpen(int[][] table, Map<String, Set<Integer>[]> seen) {
        Set<Integer>[] cells = Objects.requireNonNull(seen.get(told(table)));
        int width = table[0].length;
        for (int cell = 0; cell < cells.length; cell++) {
            int[] row = table[cell / width];
            int count = row[cell % width];
            boolean ofNobody = Arrays.stream(row).sum() == 0;
            boolean open = cells[cell].size() > 1;
            boolean harmless = ofNobody || (SmallGroups.mayTell(table) && SmallGroups.isEnough(count));
            if (!open && !harmless) {
                throw new AssertionError(Arrays.deepToString(table) + " is found by " + told(table));
            }
        }
    }

    /** All that is told of a question: the sums that may be, and the table where it may be beside all of them. */
    private static String told(int[][] table) {
        int[] sums =
                Arrays.stream(table).mapToInt(row -> Arrays.stream(row).sum()).toArray();
        String toldOfSums = told(sums);
        boolean all = !toldOfSums.contains("-");
        return toldOfSums + (all && SmallGroups.mayTell(table) ? Arrays.deepToString(table) : "");
    }

    private static String told(int[] row) {
        boolean[] hidden = SmallGroups.hidden(row);
        return IntStream.range(0, row.length)
                .mapToObj(at -> hidden[at] ? "-" : String.valueOf(row[at]))
                .toList()
                .toString();
    }

    private static void everyTable(int rows, int[] columns, Consumer<int[][]> use) {
        cellFrom(0, new int[rows][columns.length], columns.clone(), use);
    }

    /** @param left people of each column who are in no cell yet */
    private static void cellFrom(int cell, int[][] table, int[] left, Consumer<int[][]> use) {
        int width = left.length;
        if (cell == table.length * width) {
            use.accept(table);
            return;
        }
        int row = cell / width;
        int column = cell % width;
        int people = left[column];
        for (int count = row == table.length - 1 ? people : 0; count <= people; count++) {
            table[row][column] = count;
            left[column] = people - count;
            cellFrom(cell + 1, table, left, use);
        }
        left[column] = people;
    }

    @SuppressWarnings("unchecked")
    private static Set<Integer>[] sets(int count) {
        Set<Integer>[] sets = new Set[count];
        Arrays.setAll(sets, _ -> new HashSet<>());
        return sets;
    }
}
