package org.linli.partner.room;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

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

/** No part of a room is ever given twice, over HTTP and by the table itself. */
@LinliTest
class DoubleBookingIT {

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
