package org.linli.partner.points;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of an account's history.
 *
 * @param points always positive; the kind says which way they went
 * @param unit the branch at whose counter it happened
 * @param reference the branch's own number of what it was for
 * @param expiresOn of points that came in
 */
public record PointsEntry(
        UUID id,
        UUID account,
        Kind kind,
        int points,
        @Nullable String unit,
        @Nullable String rule,
        @Nullable String reference,
        String reason,
        @Nullable LocalDate expiresOn,
        String by,
        Instant at) {

    /** What happened to the points. */
    @Schema(name = "PointsEntryKind")
    public enum Kind {
        EARNED,
        SPENT,
        EXPIRED,
        LOST,
        RESTORED
    }
}
