package org.linli.platform.smallgroups;

import java.util.Arrays;
import java.util.List;

/**
 * The one rule for every figure about people that others may read: of fewer than {@value #FEWEST} nothing is told, nor does
 * it follow from what else is told.
 *
 * <ul>
 *   <li>A total of fewer than five is withheld.
 *   <li>A cell of one to four is withheld, and others with it, so that it is not found by subtraction.
 *   <li>Where all are alike it would say of each of them what it is: the cell is withheld with the one beside it, just as
 *       where a few of them were not.
 *   <li>A table whose sums are told is told whole or not at all.
 *   <li>A figure that was told is told anew only when five more have been added: what differs is then again of five.
 * </ul>
 *
 * <p>Source: minimum frequency rule with secondary suppression, and group disclosure (Hundepool et al., Handbook on
 * Statistical Disclosure Control, chapter 4); the order of Linli sets five.
 */
public final class SmallGroups {

    public static final int FEWEST = 5;

    private SmallGroups() {}

    /** Whether so many are somebody, and too few. */
    public static boolean isSmall(int people) {
        return people > 0 && people < FEWEST;
    }

    /** Whether so many are enough to be told of. */
    public static boolean isEnough(int people) {
        return people >= FEWEST;
    }

    /** Whether a figure of so many may be told in the place of one that was told of fewer. */
    public static boolean mayReplace(int told, int now) {
        return now - told >= FEWEST;
    }

    /** As much of a number of five or more as may be told while it grows: whole steps of five. */
    public static long inSteps(long people) {
        return people - people % FEWEST;
    }

    /** @param counts of cells that share out people whose number is told; @return whether each is withheld */
    public static boolean[] hidden(int[] counts) {
        int total = Arrays.stream(counts).sum();
        boolean[] hidden = new boolean[counts.length];
        if (total <= FEWEST) { // five are alike, or in small cells alone
            Arrays.fill(hidden, true);
            return hidden;
        }
        int cells = 0;
        int people = 0;
        int last = 0;
        for (int at = 0; at < counts.length; at++) {
            if (isSmall(counts[at])) {
                hidden[at] = true;
                cells++;
                people += counts[at];
                last = at;
            } else if (counts[at] == total) {
                hidden[at] = true;
                hidden[(at + 1) % counts.length] = true;
            }
        }
        if (people == total) {
            Arrays.fill(hidden, true);
        } else if (cells > 0 && followsFromSum(cells, people)) {
            hidden[nextTold(last, counts, hidden)] = true;
        }
        return hidden;
    }

    /** Of so many small cells: all of one, or of four, follow from their sum, and a sum of fewer than five is itself small. */
    private static boolean followsFromSum(int cells, int people) {
        return people < FEWEST || people == cells || people == cells * (FEWEST - 1);
    }

    /**
     * Whether a table may be told beside its sums: where each row is of five or more in every column, or of nobody at all,
     * and there are two rows or more of somebody.
     *
     * <p>That a table is not told says nothing of its cells. The least and the greatest number that the sums allow in a cell
     * leave another cell empty in a row of somebody: with both of them the table is not told. Between what the sums alone
     * allow nothing is ruled out, so it is never one number, and whether few, none or all of a group are meant stays open.
     *
     * @param counts by row and column, all columns groups of five or more
     */
    public static boolean mayTell(int[][] counts) {
        List<int[]> chosen = Arrays.stream(counts)
                .filter(row -> Arrays.stream(row).sum() > 0)
                .toList();
        return chosen.size() > 1 && chosen.stream().flatMapToInt(Arrays::stream).allMatch(SmallGroups::isEnough);
    }

    /**
     * The next one that is told and not empty, by its place. By its size it would not do: who knows that the smallest was
     * taken knows a bound of it.
     */
    private static int nextTold(int after, int[] counts, boolean[] hidden) {
        int at = (after + 1) % counts.length;
        while (hidden[at] || counts[at] == 0) {
            at = (at + 1) % counts.length;
        }
        return at;
    }
}
