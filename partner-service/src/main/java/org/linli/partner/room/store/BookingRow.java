package org.linli.partner.room.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.room.Booking;
import org.linli.partner.room.BookingKind;
import org.linli.partner.room.BookingState;
import org.linli.partner.room.TimeSpan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.linli.partner.room.store.Rooms.get;

/** Reads bookings from their rows. */
final class BookingRow {

    static final String SELECT = """
            SELECT b.*, r.name AS room_name, r.place, coalesce(u.name, b.unit_code) AS unit_name,
                   ARRAY(SELECT p.name FROM booking_slot s JOIN room_part p ON p.id = s.part_id
                          WHERE s.booking_id = b.id ORDER BY p.position) AS parts,
                   (SELECT count(*) FROM room_part p WHERE p.room_id = b.room_id) AS of_parts
              FROM booking b JOIN room r ON r.id = b.room_id LEFT JOIN unit u ON u.code = b.unit_code
            """;

    private BookingRow() {}

    static Booking read(Readable row) {
        List<String> parts = List.of(get(row, "parts", String[].class));
        return new Booking(
                get(row, "id", UUID.class),
                get(row, "room_id", UUID.class),
                get(row, "room_name", String.class),
                get(row, "place", String.class),
                get(row, "unit_code", String.class),
                get(row, "unit_name", String.class),
                parts,
                parts.size() == get(row, "of_parts", Long.class),
                BookingKind.valueOf(get(row, "kind", String.class)),
                row.get("partner_id", UUID.class),
                row.get("series_id", UUID.class),
                get(row, "purpose", String.class),
                new TimeSpan(get(row, "starts_at", Instant.class), get(row, "ends_at", Instant.class)),
                BookingState.valueOf(get(row, "state", String.class)),
                get(row, "version", Long.class),
                get(row, "booked_by", String.class),
                get(row, "booked_at", Instant.class),
                row.get("cancelled_by", String.class),
                row.get("cancelled_at", Instant.class),
                row.get("reason", String.class));
    }
}
