package org.linli.partner.room;

import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.room.RoomSteps.booking;
import static org.linli.partner.room.RoomSteps.day;

/** A branch's rooms over HTTP, on a real database. */
@LinliTest
class RoomIT {

    @Autowired
    ServiceUnderTest service;

    private RoomSteps steps;
    private String branch;
    private WebTestClient clerk;

    @BeforeEach
    void branch() {
        steps = new RoomSteps(new PartnerSteps(service.http()));
        branch = Histories.freshStreet() + "101";
        clerk = steps.clerk(branch);
    }

    @Test
    void a_series_answers_each_day_for_itself() {
        String room = steps.open(branch);
        steps.post(clerk, "/bookings", booking(room, day(10), "18:00", "19:00"), 201);
        Map<String, Object> series = Map.of(
                "first",
                booking(room, day(3), "18:00", "19:00"),
                "rule",
                "FREQ=WEEKLY;COUNT=4",
                "exceptions",
                List.of(day(17).toString()),
                "skipHolidays",
                false);
        JsonNode answer = steps.post(clerk, "/booking-series", series, 201);
        assertThat(answer.get("occurrences").values().stream()
                        .map(one -> one.get("outcome").asString()))
                .containsExactly("BOOKED", "REFUSED", "SKIPPED", "BOOKED");
        assertThat(answer.get("occurrences").get(1).get("type").asString()).endsWith("/slot-taken");
        assertThat(answer.get("occurrences").get(1).get("free")).isNotEmpty();
    }

    @Test
    void all_or_nothing_books_nothing_where_one_is_refused() {
        String room = steps.open(branch);
        steps.post(clerk, "/bookings", booking(room, day(10), "18:00", "19:00"), 201);
        Map<String, Object> series = Map.of(
                "first",
                booking(room, day(3), "18:00", "19:00"),
                "rule",
                "FREQ=WEEKLY;COUNT=3",
                "allOrNothing",
                true,
                "skipHolidays",
                false);
        JsonNode refused = steps.post(clerk, "/booking-series", series, 409);
        assertThat(refused.get("occurrences")).hasSize(3);
        assertThat(steps.get(clerk, "/bookings?room=" + room).get("items")).hasSize(1);
    }

    @Test
    void what_is_given_back_goes_to_the_first_in_line() {
        String room = steps.open(branch);
        steps.post(clerk, "/waiting-list", booking(room, day(3), "18:00", "19:00"), 409);
        String booked = steps.post(clerk, "/bookings", booking(room, day(3), "18:00", "19:00"), 201)
                .get("id")
                .asString();
        JsonNode first = steps.post(clerk, "/waiting-list", booking(room, day(3), "18:30", "19:30"), 201);
        JsonNode second = steps.post(clerk, "/waiting-list", booking(room, day(3), "18:00", "19:00"), 201);
        assertThat(first.get("place").asInt()).isEqualTo(1);
        assertThat(second.get("place").asInt()).isEqualTo(2);
        JsonNode cancelled = steps.post(clerk, "/bookings/" + booked + "/cancellation", Map.of("reason", "老师生病"), 200);
        assertThat(cancelled.get("state").asString()).isEqualTo("CANCELLED");
        JsonNode line = steps.get(clerk, "/waiting-list").get("items");
        assertThat(line.get(0).get("state").asString()).isEqualTo("PROMOTED");
        assertThat(line.get(1).get("state").asString()).isEqualTo("WAITING");
        String promoted = line.get(0).get("bookingId").asString();
        assertThat(steps.get(clerk, "/bookings/" + promoted).get("from").asString())
                .isEqualTo(day(3) + "T18:30:00+08:00");
        steps.post(clerk, "/bookings/" + booked + "/cancellation", Map.of(), 409);
    }

    @Test
    void late_is_remembered_as_late() {
        Map<String, Object> described = RoomSteps.room(branch, "早退");
        described.put("freeUntilHours", 720);
        String room = steps.open(described).get("id").asString();
        String booked = steps.post(clerk, "/bookings", booking(room, day(3), "18:00", "19:00"), 201)
                .get("id")
                .asString();
        assertThat(steps.post(clerk, "/bookings/" + booked + "/cancellation", Map.of(), 200)
                        .get("state")
                        .asString())
                .isEqualTo("CANCELLED_LATE");
    }

    @Test
    void a_room_changes_only_as_it_was_read() {
        JsonNode room = steps.open(RoomSteps.room(branch, "改名厅"));
        Map<String, Object> changed = RoomSteps.room(branch, "新名厅");
        changed.put("closedDays", List.of(day(5).toString()));
        String path = "/api/partner/rooms/" + room.get("id").asString();
        clerk.put()
                .uri(path)
                .header("If-Match", "\"7\"")
                .bodyValue(changed)
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        clerk.put()
                .uri(path)
                .header("If-Match", "\"1\"")
                .bodyValue(changed)
                .exchange()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        JsonNode refused =
                steps.post(clerk, "/bookings", booking(room.get("id").asString(), day(5), "18:00", "19:00"), 409);
        assertThat(refused.get("type").asString()).endsWith("/room-closed");
    }

    @Test
    void a_calendar_is_read_by_whoever_knows_its_address() throws Exception {
        String room = steps.open(branch);
        steps.post(clerk, "/bookings", booking(room, day(3), "18:00", "19:00"), 201);
        String old = steps.post(clerk, "/rooms/" + room + "/calendar", null, 201)
                .get("path")
                .asString();
        String path = steps.post(clerk, "/rooms/" + room + "/calendar", null, 201)
                .get("path")
                .asString();
        String text = service.http()
                .anonymous()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/calendar;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT"))
                .hasSize(1);
        service.http().anonymous().get().uri(old).exchange().expectStatus().isNotFound();
    }

    @Test
    void a_calendar_is_answered_again_kept_as_a_hash_and_ended() throws Exception {
        String room = steps.open(branch);
        String path = made(room);
        assertThat(made(room)).isEqualTo(path);
        String token = path.substring(path.lastIndexOf('/') + 1).replace(".ics", "");
        try (var connection = service.database().connect();
                var found = connection
                        .createStatement()
                        .executeQuery("SELECT (SELECT count(*) FROM calendar_feed WHERE token_hash = '" + token
                                + "') + (SELECT count(*) FROM idempotency WHERE answer LIKE '%" + token + "%')")) {
            found.next();
            assertThat(found.getLong(1)).isZero();
        }
        service.http().anonymous().get().uri(path).exchange().expectStatus().isOk();
        for (int n = 0; n < 2; n++) {
            clerk.delete()
                    .uri("/api/partner/rooms/" + room + "/calendar")
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
        service.http().anonymous().get().uri(path).exchange().expectStatus().isNotFound();
        steps.post(clerk, "/rooms/" + room + "/calendar", null, 201);
    }

    private String made(String room) {
        return PartnerSteps.read(
                        clerk.post()
                                .uri("/api/partner/rooms/" + room + "/calendar")
                                .header("Idempotency-Key", "calendar-" + room)
                                .exchange(),
                        201)
                .get("path")
                .asString();
    }

    @Test
    void a_room_is_open_and_booked_until_midnight_and_beyond() {
        Map<String, Object> night = RoomSteps.room(branch, "夜间自习室");
        night.put(
                "hours",
                java.util.Arrays.stream(java.time.DayOfWeek.values())
                        .flatMap(day -> java.util.stream.Stream.of(
                                Map.of("weekday", day.name(), "opens", "18:00", "closes", "24:00"),
                                Map.of("weekday", day.name(), "opens", "00:00", "closes", "02:00")))
                        .toList());
        JsonNode room = steps.open(night);
        assertThat(room.get("hours").get(0).get("closes").asString()).isEqualTo("24:00");
        String id = room.get("id").asString();
        Map<String, Object> late = booking(id, day(3), "22:00", "22:00");
        late.put("to", day(4) + "T00:00:00+08:00");
        steps.post(clerk, "/bookings", late, 201);
        Map<String, Object> through = booking(id, day(4), "23:00", "23:00");
        through.put("to", day(5) + "T01:30:00+08:00");
        steps.post(clerk, "/bookings", through, 201);
        LocalDate free = day(8);
        JsonNode windows = steps.get(clerk, "/rooms/" + id + "/free?from=" + free + "&to=" + free + "&minutes=300")
                .get("windows");
        assertThat(windows).hasSize(1);
        assertThat(windows.get(0).get("from").asString()).startsWith(free + "T18:00");
        assertThat(windows.get(0).get("to").asString()).startsWith(free.plusDays(1) + "T02:00");
        through.put("from", day(6) + "T01:00:00+08:00");
        through.put("to", day(6) + "T02:15:00+08:00");
        assertThat(steps.post(clerk, "/bookings", through, 409).get("type").asString())
                .endsWith("/room-closed");
    }

    @Test
    void a_time_that_is_none_is_refused_by_name() {
        for (String time : new String[] {"24:15", "25:00", "9:00", "2400", "", "24:00:01"}) {
            Map<String, Object> room = RoomSteps.room(branch, "厅");
            room.put("hours", java.util.List.of(Map.of("weekday", "MONDAY", "opens", "08:00", "closes", time)));
            JsonNode refused = steps.post(clerk, "/rooms", room, 422);
            assertThat(refused.get("errors").get(0).get("field").asString()).isEqualTo("hours[0].closes");
        }
    }
}
