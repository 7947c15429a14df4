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
 * @param upToVersion only what statements up to this version report
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
        @Nullable Integer upToVersion,
        boolean waiting,
        String text,
        Sort sort) {

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
        ENTRY_NO,
        DATE,
        GROSS
    }
}
