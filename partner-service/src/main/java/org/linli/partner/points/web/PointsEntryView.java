package org.linli.partner.points.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.points.PointsEntry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Schema(name = "PointsEntry", description = "One line of the history of points")
record PointsEntryView(
        UUID id,
        PointsEntry.Kind kind,

        @Schema(example = "4", description = "Always positive; kind says which way")
        int points,

        @Nullable String unit,
        @Nullable String rule,
        @Nullable String reference,
        String reason,
        @Nullable LocalDate expiresOn,
        Instant at) {

    static PointsEntryView of(PointsEntry entry) {
        return new PointsEntryView(
                entry.id(),
                entry.kind(),
                entry.points(),
                entry.unit(),
                entry.rule(),
                entry.reference(),
                entry.reason(),
                entry.expiresOn(),
                entry.at());
    }
}
