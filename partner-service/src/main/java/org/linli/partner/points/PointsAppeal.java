package org.linli.partner.points;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A holder's objection to a loss, and what became of it.
 *
 * @param loss the entry objected to
 * @param lostBy who took the points; never the one who decides
 * @param reversed whether the points were given back; absent while it is open
 */
@Schema(name = "PointsAppeal")
public record PointsAppeal(
        UUID loss,
        UUID account,
        String unit,
        int points,
        String lostBy,
        String text,
        Instant raisedAt,
        @Nullable Boolean reversed,
        @Nullable String reason,
        @Nullable Instant decidedAt) {}
