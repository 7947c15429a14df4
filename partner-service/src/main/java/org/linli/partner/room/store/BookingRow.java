package org.linli.partner.room.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.room.Booking;
import org.linli.partner.room.BookingKind;
import org.linli.partner.room.BookingState;
import org.linli.partner.room.TimeSpan;
import org.linli.platform.database.Columns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
        List<String> parts = Columns.texts(row, "parts");
        return new Booking(
                Columns.id(row, "id"),
                Columns.id(row, "room_id"),
                Columns.text(row, "room_name"),
                Columns.text(row, "place"),
                Columns.text(row, "unit_code"),
                Columns.text(row, "unit_name"),
                parts,
                parts.size() == Columns.number(row, "of_parts"),
                BookingKind.valueOf(Columns.text(row, "kind")),
                row.get("partner_id", UUID.class),
                row.get("series_id", UUID.class),
                Columns.text(row, "purpose"),
                new TimeSpan(Columns.time(row, "starts_at"), Columns.time(row, "ends_at")),
                BookingState.valueOf(Columns.text(row, "state")),
                Columns.number(row, "version"),
                Columns.text(row, "booked_by"),
                Columns.time(row, "booked_at"),
                row.get("cancelled_by", String.class),
                row.get("cancelled_at", Instant.class),
                row.get("reason", String.class));
    }
}
