package org.linli.partner.room;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * A wish to use a room.
 *
 * @param parts ids of parts, in order of id; all of them for the whole room
 * @param partner whose service it is; absent for residents and offices
 * @param by subject of who asks
 */
public record BookingCommand(
        UUID room,
        List<UUID> parts,
        TimeSpan time,
        BookingKind kind,
        @Nullable UUID partner,
        String purpose,
        @Nullable UUID series,
        String by) {

    public BookingCommand at(TimeSpan other, UUID ofSeries) {
        return new BookingCommand(room, parts, other, kind, partner, purpose, ofSeries, by);
    }

    /** @param piece of its time */
    public long partMinutes(TimeSpan piece) {
        return piece.minutes() * parts.size();
    }
}
