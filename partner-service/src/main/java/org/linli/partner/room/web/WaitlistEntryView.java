package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.room.BookingKind;
import org.linli.partner.room.WaitlistEntry;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** An entry of a waiting list. @param place in the line, from 1, while waiting */
@Schema(name = "Wish")
record WaitlistEntryView(
        UUID id,
        UUID roomId,
        String unit,
        List<UUID> parts,
        BookingKind kind,
        @Nullable UUID partnerId,
        String purpose,
        OffsetDateTime from,
        OffsetDateTime to,
        String state,
        @Nullable Long place,
        @Nullable UUID bookingId) {

    static WaitlistEntryView of(WaitlistEntry wish) {
        SlotView time = SlotView.of(wish.ask().time());
        return new WaitlistEntryView(
                wish.id(),
                wish.ask().room(),
                wish.unit(),
                wish.ask().parts(),
                wish.ask().kind(),
                wish.ask().partner(),
                wish.ask().purpose(),
                time.from(),
                time.to(),
                wish.state(),
                wish.place(),
                wish.booking());
    }
}
