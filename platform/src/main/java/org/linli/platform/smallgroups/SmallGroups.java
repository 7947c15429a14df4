package org.linli.platform.smallgroups;

import java.util.Arrays;

/**
 * The one rule for every figure about people that others may read: of fewer than {@value #FEWEST} nothing is told, nor does
 * it follow from what else is told.
 *
 * <ul>
 *   <li>A total of fewer than five is withheld.
 *   <li>A cell of one to four is withheld, and others with it, so that it is not found by subtraction.
 *   <li>Where all of a group are alike the figure says of each of them what it is: it is withheld.
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

    /** Whether everybody is in one cell. */
    public static boolean isAlike(int[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).count() == 1;
    }

    /** @param counts of cells that share out people whose number is told; @return whether each is withheld */
    public static boolean[] hidden(int[] counts) {
        int total = Arrays.stream(counts).sum();
        boolean[] hidden = new boolean[counts.length];
        if (!isEnough(total) || isAlike(counts)) {
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
            }
        }
        while (cells > 0 && (cells < 2 || !isEnough(people))) {
            last = nextTold(last, counts, hidden);
            hidden[last] = true;
            cells++;
            people += counts[last];
        }
        return hidden;
    }

    /**
     * Of a table whose sums are told, all of its columns groups of five or more.
     *
     * @param counts by row and column; @return whether each is withheld
     */
    public static boolean[][] hidden(int[][] counts) {
        for (int column = 0; column < counts[0].length; column++) {
            int at = column;
            if (isAlike(Arrays.stream(counts).mapToInt(row -> row[at]).toArray())) {
                return all(counts);
            }
        }
        return SmallCells.hidden(counts);
    }

    private static boolean[][] all(int[][] counts) {
        boolean[][] all = new boolean[counts.length][counts[0].length];
        for (boolean[] row : all) {
            Arrays.fill(row, true);
        }
        return all;
    }

    /**
     * The next one that is told and not empty, by its place. By its size it would not do: who knows that the smallest was
     * taken knows a bound of it. There is one, for the hidden ones alone would be all, and then five or more in two cells.
     */
    private static int nextTold(int after, int[] counts, boolean[] hidden) {
        int at = (after + 1) % counts.length;
        while (hidden[at] || counts[at] == 0) {
            at = (at + 1) % counts.length;
        }
        return at;
    }
}
