package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.room.Booking;
import org.linli.partner.room.BookingKind;
import org.linli.partner.room.BookingState;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A booking as callers see it. */
@Schema(name = "Booking")
record BookingView(
        UUID id,
        UUID roomId,
        String room,
        String place,
        String unit,
        String unitName,
        List<String> parts,
        boolean whole,
        BookingKind kind,
        @Nullable UUID partnerId,
        @Nullable UUID seriesId,
        String purpose,
        OffsetDateTime from,
        OffsetDateTime to,
        BookingState state,
        String bookedBy,
        Instant bookedAt,
        @Nullable String cancelledBy,
        @Nullable Instant cancelledAt,
        @Nullable String reason,
        long version) {

    static BookingView of(Booking booking) {
        SlotView time = SlotView.of(booking.time());
        return new BookingView(
                booking.id(),
                booking.room(),
                booking.roomName(),
                booking.place(),
                booking.unit(),
                booking.unitName(),
                booking.parts(),
                booking.whole(),
                booking.kind(),
                booking.partner(),
                booking.series(),
                booking.purpose(),
                time.from(),
                time.to(),
                booking.state(),
                booking.bookedBy(),
                booking.bookedAt(),
                booking.cancelledBy(),
                booking.cancelledAt(),
                booking.reason(),
                booking.version());
    }
}
