package org.linli.platform.smallgroups;

/**
 * Says which cells of a table whose sums are told have to be withheld, so that none of 1 to 4 people is told or follows
 * from the others.
 *
 * <p>Each small cell gets a rectangle of withheld cells around which one person can be moved without any sum or told cell
 * changing: so the table that is told fits at least two numbers for it. Withholding more keeps that true. Where no
 * rectangle will do the whole table is withheld.
 */
final class SmallCells {

    private final int[][] counts;
    private final boolean[][] hidden;
    private boolean all;

    private SmallCells(int[][] counts) {
        this.counts = counts;
        this.hidden = new boolean[counts.length][counts[0].length];
    }

    /** @param counts by row and column; @return whether each is withheld */
    static boolean[][] hidden(int[][] counts) {
        SmallCells table = new SmallCells(counts);
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                if (SmallGroups.isSmall(counts[row][column])) {
                    table.protect(row, column);
                }
            }
        }
        return table.hidden();
    }

    private boolean[][] hidden() {
        if (all) {
            for (boolean[] row : hidden) {
                java.util.Arrays.fill(row, true);
            }
        }
        return hidden;
    }

    /** Takes the rectangle that withholds least. */
    private void protect(int row, int column) {
        int least = Integer.MAX_VALUE;
        int otherRow = -1;
        int otherColumn = -1;
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < counts[r].length; c++) {
                if (r != row && c != column && movable(row, column, r, c)) {
                    int cost = cost(row, c) + cost(r, column) + cost(r, c);
                    if (cost < least) {
                        least = cost;
                        otherRow = r;
                        otherColumn = c;
                    }
                }
            }
        }
        if (otherRow < 0) {
            all = true;
            return;
        }
        hidden[row][column] = true;
        hidden[row][otherColumn] = true;
        hidden[otherRow][column] = true;
        hidden[otherRow][otherColumn] = true;
    }

    /** Whether one person more in the first cell, or one fewer, can be made up for in the other three. */
    private boolean movable(int row, int column, int r, int c) {
        return counts[r][c] > 0 || (counts[row][c] > 0 && counts[r][column] > 0);
    }

    private int cost(int row, int column) {
        return hidden[row][column] ? 0 : 1 + counts[row][column];
    }
}
