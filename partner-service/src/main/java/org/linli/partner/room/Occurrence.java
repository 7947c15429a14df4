package org.linli.partner.room;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * One day of a series: booked, refused with other free slots, or skipped.
 *
 * @param skipped why, where it was
 */
public record Occurrence(
        TimeSpan time,
        @Nullable UUID booking,
        @Nullable Refusal refusal,
        List<TimeSpan> free,
        @Nullable String skipped) {}
