package org.linli.company.entry;

import org.jspecify.annotations.Nullable;

import java.time.YearMonth;

/**
 * Which entries a caller asks for. Empty text and absent values ask for any.
 *
 * @param unit prefix of unit codes
 * @param statement an exact branch, period and version: what that statement reports
 * @param text part of number, project, partner or memo
 */
public record EntryFilter(
        String unit,
        @Nullable YearMonth from,
        @Nullable YearMonth to,
        String line,
        String partner,
        String counterparty,
        int upToVersion,
        boolean waiting,
        String text,
        Sort sort) {

    /** Orders of the list; each ends with the entry's number. */
    public enum Sort {
        ENTRY_NO("entry_no", "text"),
        DATE("date", "date"),
        GROSS("gross", "bigint");

        private final String column;
        private final String type;

        Sort(String column, String type) {
            this.column = column;
            this.type = type;
        }

        public String column() {
            return column;
        }

        public String type() {
            return type;
        }
    }
}
