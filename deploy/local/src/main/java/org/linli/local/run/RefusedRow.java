package org.linli.local.run;

/**
 * A row that was not taken.
 *
 * @param line line of the file, the header being line 1
 * @param column as the file names it; empty when the row as a whole is at fault
 * @param reason what is wrong, and what would be right
 */
public record RefusedRow(long line, String column, String reason) {
    /** As the terminal shows it. */
    String shown(String file) {
        return file + " line " + line + (column.isEmpty() ? "" : ", " + column) + ": " + reason;
    }
}
