package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.partner.room.OpeningHours;
import org.linli.partner.room.Room;
import org.linli.partner.room.application.SetUpRooms;
import org.linli.platform.unit.UnitCode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A room as callers see it. */
@Schema(name = "Room")
record RoomView(
        UUID id,
        UnitCode unit,
        String unitName,
        String name,
        String place,
        int capacity,
        List<String> equipment,
        List<PartView> parts,
        List<HoursView> hours,
        List<LocalDate> closedDays,
        boolean openOnHolidays,
        int setUpMinutes,
        int cleanUpMinutes,
        int daysAhead,
        int freeUntilHours,
        long version) {

    @Schema(name = "RoomPart")
    record PartView(UUID id, String name) {}

    /** @param opens such as 09:00 */
    @Schema(name = "RoomHours")
    record HoursView(DayOfWeek weekday, String opens, String closes) {

        static HoursView of(OpeningHours.Opening opening) {
            return new HoursView(
                    opening.weekday(),
                    opening.opens().toString(),
                    opening.closes().toString());
        }
    }

    static RoomView of(SetUpRooms.NamedRoom named) {
        Room room = named.room();
        Room.Terms terms = room.terms();
        return new RoomView(
                room.id(),
                room.unit(),
                named.unitName(),
                terms.name(),
                terms.place(),
                terms.capacity(),
                terms.equipment(),
                room.parts().stream()
                        .map(part -> new PartView(part.id(), part.name()))
                        .toList(),
                terms.hours().openings().stream().map(HoursView::of).toList(),
                terms.closedDays().stream().sorted().toList(),
                terms.openOnHolidays(),
                terms.setUp(),
                terms.cleanUp(),
                terms.daysAhead(),
                terms.freeUntil(),
                room.version());
    }
}
