package org.linli.company.entry;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.YearMonth;
import java.util.Set;

/**
 * Which entries a caller asks for. Empty text and absent values ask for any.
 *
 * @param unit prefix of unit codes
 * @param counterparty an exact unit code
 * @param counterpartyWithin prefix of the counterparty's code
 * @param without fields that must be empty
 * @param statement an exact branch, period and version: what that statement reports
 * @param text part of number, project, partner or memo
 */
public record EntryFilter(
        String unit,
        @Nullable YearMonth from,
        @Nullable YearMonth to,
        String entryNo,
        String line,
        String project,
        String partner,
        String counterparty,
        String counterpartyWithin,
        Set<Optional> without,
        int upToVersion,
        boolean waiting,
        String text,
        Sort sort) {

    /** The same, in the order of the entries' numbers. */
    public EntryFilter byNumber() {
        return new EntryFilter(
                unit,
                from,
                to,
                entryNo,
                line,
                project,
                partner,
                counterparty,
                counterpartyWithin,
                without,
                upToVersion,
                waiting,
                text,
                Sort.ENTRY_NO);
    }

    /** Fields that an entry may leave empty. */
    @Schema(name = "EntryFilterOptional")
    public enum Optional {
        PROJECT,
        PARTNER,
        COUNTERPARTY
    }

    /** Orders of the list; each ends with the entry's number. */
    @Schema(name = "EntryFilterSort")
    public enum Sort {
        ENTRY_NO("entry_no"),
        DATE("date"),
        GROSS("gross");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        public String column() {
            return column;
        }
    }
}
