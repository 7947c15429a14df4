package org.linli.partner.room;

import org.jspecify.annotations.Nullable;
import org.linli.partner.PartnerSteps;
import org.linli.partner.history.ShanghaiDay;
import org.linli.platform.security.Role;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What branches and partners do with rooms, over HTTP with their own rights. */
public final class RoomSteps {

    private final PartnerSteps steps;

    public RoomSteps(PartnerSteps steps) {
        this.steps = steps;
    }

    /** A day from now on, in Shanghai. */
    public static LocalDate day(int ahead) {
        return LocalDate.now(ShanghaiDay.ZONE).plusDays(ahead);
    }

    /** A room as a branch describes it: open 08:00–22:00 every day, holidays included. Change the map at will. */
    public static Map<String, Object> room(String branch, String name) {
        Map<String, Object> room = new LinkedHashMap<>();
        room.put("unit", branch);
        room.put("name", name);
        room.put("place", "三楼");
        room.put("capacity", 40);
        room.put("equipment", List.of("投影仪"));
        room.put(
                "hours",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> Map.of("weekday", day.name(), "opens", "08:00", "closes", "22:00"))
                        .toList());
        room.put("openOnHolidays", true);
        room.put("freeUntilHours", 24);
        return room;
    }

    public JsonNode open(Map<String, Object> room) {
        return post(clerk((String) room.get("unit")), "/rooms", room, 201);
    }

    /** @return its id */
    public String open(String branch) {
        return open(room(branch, "厅" + UUID.randomUUID())).get("id").asString();
    }

    public static Map<String, Object> booking(String room, LocalDate day, String from, String to) {
        Map<String, Object> booking = new LinkedHashMap<>();
        booking.put("roomId", room);
        booking.put("from", day + "T" + from + ":00+08:00");
        booking.put("to", day + "T" + to + ":00+08:00");
        booking.put("purpose", "合唱团");
        booking.put("kind", "RESIDENT");
        return booking;
    }

    public WebTestClient clerk(String branch) {
        return steps.http().as(Role.BRANCH_CLERK, branch);
    }

    /** The partner that this street's partner person acts for, registered where there is none. */
    public WebTestClient partner(String street) {
        steps.partner(street);
        return steps.http().as(Role.PARTNER, street);
    }

    public JsonNode post(WebTestClient client, String path, @Nullable Object body, int status) {
        return steps.post(client, path, body, status);
    }

    public JsonNode get(WebTestClient client, String path) {
        return PartnerSteps.read(client.get().uri("/api/partner" + path).exchange(), 200);
    }
}
