package org.linli.partner.room;

import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestTokens;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/** 300 clients, branch staff and partners, race for 20 slots over HTTP: -Dlinli.race.seed sets who wants which. */
@LinliTest
class RoomRaceIT {

    private static final int CLIENTS = 300;
    private static final int SLOTS = 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    ServiceUnderTest service;

    private final long seed = Long.getLong("linli.race.seed", System.nanoTime());
    private final Random random = new Random(seed);

    record Answer(int status, JsonNode body, long millis) {}

    @Test
    void nothing_is_double_booked_and_nothing_is_lost() throws Exception {
        RoomSteps steps = new RoomSteps(new PartnerSteps(service.http()));
        String street = Histories.freshStreet();
        String branch = street + "101";
        steps.partner(street);
        String room = divided(steps, branch);
        List<Answer> answers = race(requests(steps, branch, street, room));
        String report = report(answers);
        System.out.println(report);
        assertThat(answers).as(report).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        List<Answer> winners =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(bookingsOf(room)).as(report).isEqualTo(ids(winners));
        assertThat(overlaps(room)).as(report).isZero();
        // Each slot was wanted, so each was given: wholly, or in parts.
        assertThat(winners).as(report).hasSizeBetween(SLOTS, 2 * SLOTS);
        answers.stream().filter(answer -> answer.status() == 409).forEach(answer -> told(answer, report));
    }

    private static String divided(RoomSteps steps, String branch) {
        Map<String, Object> described = RoomSteps.room(branch, "大厅");
        described.put("parts", List.of("东区", "西区"));
        return steps.open(described).get("id").asString();
    }

    /** Half want the whole room, half a part of it; the first twenty want a slot each. */
    private List<HttpRequest> requests(RoomSteps steps, String branch, String street, String room) {
        JsonNode parts = steps.get(steps.clerk(branch), "/rooms/" + room).get("parts");
        String clerk = TestTokens.token(Role.BRANCH_CLERK, branch);
        String partner = TestTokens.token(Role.PARTNER, street);
        List<HttpRequest> requests = new ArrayList<>();
        for (int n = 0; n < CLIENTS; n++) {
            Map<String, Object> wish = wish(room, n < SLOTS ? n : random.nextInt(SLOTS));
            if (random.nextBoolean()) {
                wish.put("parts", List.of(parts.get(random.nextInt(2)).get("id").asString()));
            }
            boolean byPartner = random.nextInt(3) == 0;
            wish.put("kind", byPartner ? "SERVICE" : "RESIDENT");
            requests.add(HttpRequest.newBuilder(service.http()
                            .base()
                            .resolve(byPartner ? "/api/partner/service-bookings" : "/api/partner/bookings"))
                    .header("Authorization", "Bearer " + (byPartner ? partner : clerk))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(30))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(wish)))
                    .build());
        }
        return requests;
    }

    private static Map<String, Object> wish(String room, int slot) {
        LocalDate day = RoomSteps.day(5);
        LocalTime from = LocalTime.of(9, 0).plusMinutes(30L * slot);
        return RoomSteps.booking(
                room, day, from.toString(), from.plusMinutes(30).toString());
    }

    private static List<Answer> race(List<HttpRequest> requests) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = requests.stream()
                    .map(request -> threads.submit(() -> {
                        start.await();
                        long begun = System.nanoTime();
                        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                        return new Answer(
                                answer.statusCode(),
                                JSON.readTree(answer.body()),
                                (System.nanoTime() - begun) / 1_000_000);
                    }))
                    .toList();
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static void told(Answer loser, String report) {
        assertThat(loser.body().get("type").asString()).as(report).endsWith("/slot-taken");
        assertThat(loser.body().get("taken")).as(report).isNotEmpty();
        assertThat(loser.body().get("free")).as(report).hasSizeBetween(1, 5);
    }

    private static Set<String> ids(List<Answer> winners) {
        Set<String> ids = new HashSet<>();
        winners.forEach(winner ->
                assertThat(ids.add(winner.body().get("id").asString())).isTrue());
        return ids;
    }

    private Set<String> bookingsOf(String room) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (var connection = service.database().connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT id FROM booking WHERE state = 'BOOKED' AND room_id = '" + room + "'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** Counted without the constraint's own operator. */
    private int overlaps(String room) throws SQLException {
        try (var connection = service.database().connect();
                var rows = connection.createStatement().executeQuery("""
                        SELECT count(*) FROM booking a JOIN booking_slot sa ON sa.booking_id = a.id
                          JOIN booking_slot sb ON sb.part_id = sa.part_id AND sb.booking_id > sa.booking_id
                          JOIN booking b ON b.id = sb.booking_id
                         WHERE sa.active AND sb.active AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
                           AND a.room_id = '%s'
                        """.formatted(room))) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private String report(List<Answer> answers) {
        List<Long> times = answers.stream().map(Answer::millis).sorted().toList();
        return "race seed %d: %d clients, %d slots, %d booked, %d refused, %d other; median %d ms, p95 %d ms, last %d ms"
                .formatted(
                        seed,
                        CLIENTS,
                        SLOTS,
                        answers.stream()
                                .filter(answer -> answer.status() == 201)
                                .count(),
                        answers.stream()
                                .filter(answer -> answer.status() == 409)
                                .count(),
                        answers.stream()
                                .filter(answer -> answer.status() != 201 && answer.status() != 409)
                                .count(),
                        times.get(times.size() / 2),
                        times.get(times.size() * 95 / 100),
                        times.getLast());
    }
}
