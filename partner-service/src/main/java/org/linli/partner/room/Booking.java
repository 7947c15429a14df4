package org.linli.partner.room;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A room, or parts of it, booked; with the names that go with it.
 *
 * @param parts names of what is booked
 * @param whole whether that is all of the room
 */
public record Booking(
        UUID id,
        UUID room,
        String roomName,
        String place,
        String unit,
        String unitName,
        List<String> parts,
        boolean whole,
        BookingKind kind,
        @Nullable UUID partner,
        @Nullable UUID series,
        String purpose,
        TimeSpan time,
        BookingState state,
        long version,
        String bookedBy,
        Instant bookedAt,
        @Nullable String cancelledBy,
        @Nullable Instant cancelledAt,
        @Nullable String reason) {}
