package org.linli.local.chaos;

import org.linli.local.gateway.Answer;
import org.linli.local.gateway.CallFailure;
import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One room that the whole street wants on one day, an hour each: at every half hour begins another wish. */
record RoomRace(GatewayClient gateway, PartnerPlace place, PartnerFacts facts, String room, LocalDate day) {
    static final List<PartnerFacts.Slot> SLOTS = IntStream.range(0, 24)
            .mapToObj(start -> new PartnerFacts.Slot(start, start + 2))
            .toList();

    private static final LocalTime OPENS = LocalTime.of(8, 0);

    private record Thing(String id) {}

    static RoomRace open(GatewayClient gateway, PartnerPlace place, PartnerFacts facts) {
        Map<String, Object> room = Map.of(
                "unit",
                place.branches().getFirst(),
                "name",
                "三楼多功能厅",
                "capacity",
                60,
                "openOnHolidays",
                true,
                "hours",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> Map.of("weekday", day, "opens", "08:00", "closes", "21:00"))
                        .toList());
        String id = gateway.post(Clients.HEAD, "/api/partner/rooms", room, "chaos-room-" + place.seed())
                .required(Thing.class)
                .id();
        return new RoomRace(
                gateway, place, facts, id, LocalDate.now(PartnerPlace.DAYS).plusDays(7));
    }

    /** Asks for the slot; whoever comes second is refused. */
    void ask(String branch, PartnerFacts.Slot slot) {
        String key = "chaos-slot-" + place.seed() + "-" + branch + "-" + slot.from();
        Map<String, Object> wish = Map.of(
                "roomId", room, "from", at(slot.from()), "to", at(slot.to()), "purpose", key, "kind", "RESIDENT");
        Answer answer = gateway.post(Clients.CLERK, "/api/partner/bookings", wish, key);
        if (answer.succeeded()) {
            facts.bookings().put(answer.as(Thing.class).id(), slot);
        } else if (answer.problem().slug().equals("slot-taken")) {
            facts.refused().put(key, slot);
        } else {
            throw new CallFailure(key + " was refused with " + answer.status() + ": "
                    + answer.problem().shown());
        }
    }

    private OffsetDateTime at(int halfHour) {
        return day.atTime(OPENS.plusMinutes(30L * halfHour))
                .atZone(PartnerPlace.DAYS)
                .toOffsetDateTime();
    }
}
