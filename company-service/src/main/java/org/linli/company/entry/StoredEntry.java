package org.linli.company.entry;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An entry as it stands in the books.
 *
 * @param reportedVersion version of the statement that first reported it; none while it waits
 * @param withdrawn why it was taken back before it was reported; none where it counts
 */
public record StoredEntry(
        Entry entry,
        String recordedBy,
        Instant recordedAt,
        @Nullable Integer reportedVersion,
        @Nullable Withdrawal withdrawn) {

    /** Who took an entry back, when and why. */
    @Schema(name = "RecordedEntryWithdrawal")
    public record Withdrawal(String by, Instant at, String reason) {}
}
