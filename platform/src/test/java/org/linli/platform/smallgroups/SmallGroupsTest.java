package org.linli.platform.smallgroups;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody is told of fewer than five, nor of people who are all alike, nor can work either out. */
class SmallGroupsTest {

    @Test
    void a_total_of_fewer_than_five_is_withheld_whole() {
        assertThat(SmallGroups.hidden(new int[] {2, 2, 0})).containsOnly(true);
    }

    @Test
    void people_who_are_all_alike_are_withheld_whole() {
        assertThat(SmallGroups.hidden(new int[] {0, 40, 0})).containsOnly(true);
        boolean[][] table = SmallGroups.hidden(new int[][] {{5, 5}, {0, 5}});
        assertThat(table[0]).containsOnly(true);
        assertThat(table[1]).containsOnly(true);
    }

    @Test
    void a_small_cell_takes_the_next_one_with_it() {
        assertThat(SmallGroups.hidden(new int[] {2, 9, 30, 0})).containsExactly(true, true, false, false);
        assertThat(SmallGroups.hidden(new int[] {1, 2, 30, 9})).containsExactly(true, true, true, false);
        assertThat(SmallGroups.hidden(new int[] {2, 4, 30, 9})).containsExactly(true, true, false, false);
        assertThat(SmallGroups.hidden(new int[] {14, 1})).containsOnly(true);
    }

    @Test
    void what_is_large_enough_is_told() {
        assertThat(SmallGroups.hidden(new int[] {5, 6, 0})).containsOnly(false);
        boolean[][] table = SmallGroups.hidden(new int[][] {{5, 6}, {7, 8}});
        assertThat(table[0]).containsOnly(false);
        assertThat(table[1]).containsOnly(false);
    }

    @Test
    void a_figure_is_told_anew_when_five_more_are_in_it() {
        assertThat(IntStream.range(10, 17).filter(now -> SmallGroups.mayReplace(10, now)))
                .containsExactly(15, 16);
    }

    /** By somebody who knows the total, the rule and all that is told, and tries every row that it could have been. */
    @RepeatedTest(40)
    void no_row_can_be_worked_out(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(20_261_128L + repetition.getCurrentRepetition());
        int[] counts = IntStream.range(0, random.nextInt(2, 5))
                .map(_ -> random.nextInt(3) == 0 ? random.nextInt(0, 20) : random.nextInt(0, 6))
                .toArray();
        boolean[] hidden = SmallGroups.hidden(counts);
        int total = Arrays.stream(counts).sum();
        if (total < SmallGroups.FEWEST) {
            assertThat(hidden).containsOnly(true);
            return;
        }
        Set<Integer>[] fitting = possible(counts, hidden, total);
        for (int at = 0; at < counts.length; at++) {
            if (SmallGroups.isSmall(counts[at])) {
                assertThat(hidden[at]).isTrue();
                assertThat(fitting[at]).as(Arrays.toString(counts)).hasSizeGreaterThan(1);
            }
            if (counts[at] == total) {
                assertThat(fitting[at]).as(Arrays.toString(counts)).hasSizeGreaterThan(1);
            }
        }
    }

    /** Values of each cell over all rows that the rule would have told in the same way. */
    @SuppressWarnings("unchecked")
    private static Set<Integer>[] possible(int[] counts, boolean[] hidden, int total) {
        Set<Integer>[] values = new Set[counts.length];
        Arrays.setAll(values, _ -> new HashSet<>());
        int[] tried = counts.clone();
        tryFrom(0, tried, counts, hidden, total, values);
        return values;
    }

    private static void tryFrom(int at, int[] tried, int[] counts, boolean[] hidden, int left, Set<Integer>[] values) {
        if (at == tried.length) {
            if (left == 0 && Arrays.equals(SmallGroups.hidden(tried), hidden)) {
                for (int cell = 0; cell < tried.length; cell++) {
                    values[cell].add(tried[cell]);
                }
            }
            return;
        }
        int from = hidden[at] ? 0 : counts[at];
        int to = hidden[at] ? left : Math.min(left, counts[at]);
        for (int value = from; value <= to; value++) {
            tried[at] = value;
            tryFrom(at + 1, tried, counts, hidden, left - value, values);
        }
    }

    /** The same of a table whose sums are told: no small cell and no column of one mind. */
    @RepeatedTest(40)
    void no_table_can_be_worked_out(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(20_261_129L + repetition.getCurrentRepetition());
        int[][] counts = new int[2][random.nextInt(2, 4)];
        for (int column = 0; column < counts[0].length; column++) {
            counts[0][column] = random.nextInt(0, 9);
            counts[1][column] = Math.max(5 - counts[0][column], random.nextInt(0, 9));
        }
        boolean[][] hidden = SmallGroups.hidden(counts);
        int row = Arrays.stream(counts[0]).sum();
        for (int column = 0; column < counts[0].length; column++) {
            Set<Integer> fitting = new HashSet<>();
            columnFrom(0, row, new int[counts[0].length], counts, hidden, column, fitting);
            int cell = counts[0][column];
            int other = counts[1][column];
            boolean alike = cell == 0 || other == 0;
            boolean rowsToldByTheirSums = row == 0 || Arrays.stream(counts[1]).sum() == 0;
            if (!rowsToldByTheirSums && (alike || SmallGroups.isSmall(cell) || SmallGroups.isSmall(other))) {
                assertThat(fitting).as(Arrays.deepToString(counts)).hasSizeGreaterThan(1);
            }
        }
    }

    private static void columnFrom(
            int at, int left, int[] tried, int[][] counts, boolean[][] hidden, int wanted, Set<Integer> fitting) {
        if (at == tried.length) {
            if (left == 0) {
                fitting.add(tried[wanted]);
            }
            return;
        }
        int size = counts[0][at] + counts[1][at];
        boolean told = !hidden[0][at] || !hidden[1][at];
        for (int value = 0; value <= Math.min(size, left); value++) {
            if (!told || value == counts[0][at]) {
                tried[at] = value;
                columnFrom(at + 1, left - value, tried, counts, hidden, wanted, fitting);
            }
        }
    }
}
