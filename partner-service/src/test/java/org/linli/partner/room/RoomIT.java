package org.linli.partner.room;

import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.partner.room.RoomSteps.booking;
import static org.linli.partner.room.RoomSteps.day;

/** A branch's rooms over HTTP, on a real database. */
@LinliTest
class RoomIT {

    private static final String INSERT = """
            WITH b AS (INSERT INTO booking (room_id, unit_code, kind, purpose, starts_at, ends_at, booked_by, booked_at)
                       SELECT id, unit_code, 'RESIDENT', 'by hand', ?::timestamptz, ?::timestamptz, 'nobody', now()
                         FROM room WHERE id = ?::uuid RETURNING id, room_id, starts_at, ends_at)
            INSERT INTO booking_slot (booking_id, part_id, during)
            SELECT b.id, p.id, tstzrange(b.starts_at, b.ends_at) FROM b JOIN room_part p ON p.room_id = b.room_id
            """;

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
    void who_comes_second_is_told_what_is_taken_and_what_is_free() {
        String room = steps.open(branch);
        steps.post(clerk, "/bookings", booking(room, day(3), "18:00", "19:30"), 201);
        JsonNode refused = steps.post(clerk, "/bookings", booking(room, day(3), "19:00", "20:00"), 409);
        assertThat(refused.get("type").asString()).endsWith("/slot-taken");
        assertThat(refused.get("taken").get(0).get("from").asString()).isEqualTo(day(3) + "T18:00:00+08:00");
        assertThat(refused.get("free").values().stream()
                        .map(slot -> slot.get("from").asString()))
                .hasSize(5)
                .startsWith(day(3) + "T19:30:00+08:00", day(3) + "T20:30:00+08:00", day(4) + "T08:00:00+08:00");
    }

    @Test
    void the_whole_keeps_every_part_and_a_part_the_whole() {
        Map<String, Object> described = RoomSteps.room(branch, "可分厅");
        described.put("parts", List.of("东区", "西区"));
        JsonNode room = steps.open(described);
        String id = room.get("id").asString();
        Map<String, Object> east = booking(id, day(3), "18:00", "19:00");
        east.put("parts", List.of(room.get("parts").get(0).get("id").asString()));
        Map<String, Object> west = booking(id, day(3), "18:00", "19:00");
        west.put("parts", List.of(room.get("parts").get(1).get("id").asString()));
        assertThat(steps.post(clerk, "/bookings", east, 201).get("whole").asBoolean())
                .isFalse();
        steps.post(clerk, "/bookings", booking(id, day(3), "18:30", "19:30"), 409);
        steps.post(clerk, "/bookings", west, 201);
        assertThat(steps.post(clerk, "/bookings", booking(id, day(4), "18:00", "19:00"), 201)
                        .get("whole")
                        .asBoolean())
                .isTrue();
        east.putAll(Map.of("from", day(4) + "T18:00:00+08:00", "to", day(4) + "T19:00:00+08:00"));
        steps.post(clerk, "/bookings", east, 409);
    }

    @Test
    void gaps_keep_bookings_apart() {
        Map<String, Object> described = RoomSteps.room(branch, "有间隔");
        described.putAll(Map.of("setUpMinutes", 15, "cleanUpMinutes", 15));
        String room = steps.open(described).get("id").asString();
        steps.post(clerk, "/bookings", booking(room, day(3), "18:00", "19:00"), 201);
        steps.post(clerk, "/bookings", booking(room, day(3), "19:15", "20:00"), 409);
        steps.post(clerk, "/bookings", booking(room, day(3), "19:30", "20:00"), 201);
        JsonNode free = steps.get(clerk, "/rooms/" + room + "/free?minutes=60&from=" + day(3) + "&to=" + day(3));
        assertThat(free.get("windows").toString())
                .contains(day(3) + "T08:00:00+08:00", day(3) + "T17:30:00+08:00", day(3) + "T20:30:00+08:00");
    }

    @Test
    void the_table_itself_refuses_what_the_program_never_saw() throws SQLException {
        String room = steps.open(branch);
        steps.post(clerk, "/bookings", booking(room, day(3), "18:00", "19:00"), 201);
        try (Connection connection = service.database().connect()) {
            assertThatThrownBy(() -> insert(connection, room, day(3), "18:45", "20:00"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never_double_booked");
            insert(connection, room, day(3), "19:00", "20:00");
        }
    }

    /** The rival holds no lock of ours, so only the constraint can tell. */
    @Test
    void a_violated_constraint_is_the_same_refusal() throws Exception {
        String room = steps.open(branch);
        try (Connection rival = service.database().connect()) {
            rival.setAutoCommit(false);
            insert(rival, room, day(3), "18:00", "19:00");
            CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(
                    () -> steps.post(clerk, "/bookings", booking(room, day(3), "18:00", "19:00"), 409));
            org.awaitility.Awaitility.await().until(() -> somebodyWaits());
            rival.commit();
            JsonNode refused = answer.get(20, TimeUnit.SECONDS);
            assertThat(refused.get("type").asString()).endsWith("/slot-taken");
            assertThat(refused.get("taken").get(0).get("from").asString()).isEqualTo(day(3) + "T18:00:00+08:00");
            assertThat(refused.get("free")).hasSize(5);
        }
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
    void offices_never_have_more_than_a_fifth() {
        String room = steps.open(branch);
        // Open 14 hours a day: a fifth of the shortest month is five whole days and a bit, of the longest six and a
        // bit.
        LocalDate first = day(32).withDayOfMonth(1);
        for (int n = 0; n < 5; n++) {
            steps.post(clerk, "/bookings", office(room, first.plusDays(n)), 201);
        }
        clerk.post()
                .uri("/api/partner/bookings")
                .bodyValue(office(room, first.plusDays(5)))
                .exchange();
        JsonNode refused = steps.post(clerk, "/bookings", office(room, first.plusDays(6)), 409);
        assertThat(refused.get("type").asString()).endsWith("/office-share-used");
        steps.post(clerk, "/bookings", booking(room, first.plusDays(8), "08:00", "22:00"), 201);
    }

    @Test
    void residents_come_before_partners() {
        String room = steps.open(branch);
        WebTestClient partner = steps.partner(branch.substring(0, 9));
        Map<String, Object> far = booking(room, day(40), "18:00", "19:00");
        far.put("kind", "SERVICE");
        steps.post(partner, "/service-bookings", far, 422);
        steps.post(clerk, "/bookings", booking(room, day(40), "18:00", "19:00"), 201);
        Map<String, Object> near = booking(room, day(20), "18:00", "19:00");
        near.remove("kind");
        JsonNode booked = steps.post(partner, "/service-bookings", near, 201);
        assertThat(booked.get("kind").asString()).isEqualTo("SERVICE");
        assertThat(steps.get(partner, "/bookings").get("items")).hasSize(1);
    }

    @Test
    void hq_sets_how_its_rooms_are_shared_out_and_never_more_than_a_fifth_for_offices() {
        WebTestClient hq = service.http().as(Role.HQ, branch.substring(0, 9));
        String rule = "/api/partner/room-sharing/" + branch.substring(0, 9);
        hq.put()
                .uri(rule)
                .bodyValue(Map.of("officeRate", "0.21", "serviceRate", "0.5", "serviceDaysAhead", 60))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("officeRate");
        hq.put()
                .uri(rule)
                .bodyValue(Map.of("officeRate", "0.1", "serviceRate", "0.5", "serviceDaysAhead", 60))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(steps.get(clerk, "/room-sharing/" + branch).get("officeRate").asString())
                .isEqualTo("0.1000");

        Map<String, Object> far = booking(steps.open(branch), day(40), "18:00", "19:00");
        far.remove("kind");
        steps.post(steps.partner(branch.substring(0, 9)), "/service-bookings", far, 201);
    }

    @Test
    void a_suspended_partner_books_nothing_in_that_street() {
        String street = branch.substring(0, 9);
        String room = steps.open(branch);
        WebTestClient partner = steps.partner(street);
        String id = new PartnerSteps(service.http()).partner(street).get("id").asString();
        Map<String, Object> suspension = Map.of("street", street, "state", "SUSPENDED", "reason", "无证经营");
        steps.post(service.http().as(Role.HQ, street), "/partners/" + id + "/standings", suspension, 200);
        Map<String, Object> wish = booking(room, day(3), "18:00", "19:00");
        wish.put("kind", "SERVICE");
        JsonNode refused = steps.post(partner, "/service-bookings", wish, 409);
        assertThat(refused.get("type").asString()).endsWith("/partner-suspended");
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

    private static Map<String, Object> office(String room, LocalDate day) {
        Map<String, Object> office = booking(room, day, "08:00", "22:00");
        office.put("kind", "OFFICE");
        return office;
    }

    private static void insert(Connection connection, String room, LocalDate day, String from, String to)
            throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, day + "T" + from + ":00+08:00");
            statement.setString(2, day + "T" + to + ":00+08:00");
            statement.setString(3, room);
            statement.executeUpdate();
        }
    }

    private boolean somebodyWaits() throws SQLException {
        try (Connection connection = service.database().connect();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }
}
