package org.linli.partner.trial;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.partner.attempt.CodeAttempts;
import org.linli.partner.room.RoomSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A trial from its start to the result that a decision cites, on a real database. */
@LinliTest
class TrialIT {

    @Autowired
    ServiceUnderTest service;

    private TrialSteps steps;
    private RoomSteps http;
    private String branch;
    private WebTestClient head;

    @BeforeEach
    void branch() {
        steps = new TrialSteps(service);
        http = steps.rooms();
        branch = Histories.freshStreet() + "101";
        head = steps.head(branch);
    }

    @Test
    void a_proposal_has_one_trial_and_only_when_put_on_it() {
        String proposal = steps.onTrial(branch);
        Map<String, Object> tooLow = TrialSteps.trial(proposal);
        tooLow.put("minSessions", 1);
        assertThat(http.post(head, "/trials", tooLow, 422)
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("minSessions");
        JsonNode trial = http.post(head, "/trials", TrialSteps.trial(proposal), 201);
        assertThat(trial.get("minAverage").asString()).isEqualTo("3.50");
        assertThat(type(http.post(head, "/trials", TrialSteps.trial(proposal), 409)))
                .endsWith("/trial-exists");
    }

    @Test
    void a_trial_keeps_the_thresholds_that_held_at_its_start() {
        String first = steps.started(branch);
        String rule = "/api/partner/trial-thresholds/" + branch.substring(0, 9);
        steps.of(Role.HQ, branch.substring(0, 9))
                .put()
                .uri(rule)
                .bodyValue(Map.of("minSessions", 3, "minAttendance", 15, "minAverage", "4.25"))
                .exchange()
                .expectStatus()
                .isOk();
        JsonNode later = http.post(head, "/trials", TrialSteps.trial(steps.onTrial(branch)), 201);
        assertThat(later.get("minAverage").asString()).isEqualTo("4.25");
        assertThat(http.get(head, "/trials/" + first).get("minAverage").asString())
                .isEqualTo("3.50");
    }

    @Test
    void a_session_holds_its_room_until_it_is_cancelled() {
        String trial = steps.started(branch);
        String room = http.open(branch);
        Map<String, Object> session = TrialSteps.session(room, 3, 20);
        String id = http.post(head, "/trials/" + trial + "/sessions", session, 201)
                .get("id")
                .asString();
        JsonNode taken = http.post(head, "/trials/" + trial + "/sessions", session, 409);
        assertThat(type(taken)).endsWith("/slot-taken");
        assertThat(taken.get("free")).hasSize(5);
        assertThat(http.post(head, "/trial-sessions/" + id + "/cancellation", Map.of(), 200)
                        .get("cancelled")
                        .asBoolean())
                .isTrue();
        assertThat(type(http.post(steps.resident(branch, 1), "/trial-sessions/" + id + "/sign-up", null, 409)))
                .endsWith("/session-over");
        http.post(head, "/trials/" + trial + "/sessions", session, 201);
        session.put("capacity", 41);
        http.post(head, "/trials/" + trial + "/sessions", session, 422);
    }

    @Test
    void a_seat_given_back_goes_to_the_first_in_line() {
        String session = "/trial-sessions/" + steps.planned(branch, steps.started(branch), 2);
        assertThat(state(1, session + "/sign-up")).isEqualTo("SIGNED_UP");
        assertThat(state(2, session + "/sign-up")).isEqualTo("SIGNED_UP");
        assertThat(state(3, session + "/sign-up")).isEqualTo("WAITING");
        assertThat(state(4, session + "/sign-up")).isEqualTo("WAITING");
        http.post(steps.resident(branch, 3), session + "/sign-up", null, 409);
        assertThat(state(1, session + "/sign-off")).isEqualTo("WITHDRAWN");
        assertThat(http.post(steps.resident(branch, 3), session + "/sign-up", null, 409)
                        .get("detail")
                        .asString())
                .contains("SIGNED_UP");
        assertThat(http.post(steps.resident(branch, 1), session + "/sign-up", null, 200)
                        .get("place")
                        .asInt())
                .isEqualTo(2);
        JsonNode shown = http.get(steps.resident(branch, 9), "/trial-sessions")
                .get("items")
                .get(0);
        assertThat(shown.get("free").asInt()).isZero();
        assertThat(shown.get("waiting").asInt()).isEqualTo(2);
        assertThat(shown.has("code")).isFalse();
    }

    @Test
    void who_attends_with_the_code_speaks_once() {
        String id = steps.planned(branch, steps.started(branch), 5);
        String session = "/trial-sessions/" + id;
        Map<String, Object> code = Map.of("code", steps.code(branch, id).toLowerCase());
        Map<String, Object> said = Map.of("scores", List.of(5, 4), "remark", "希望多开晚课");
        WebTestClient resident = steps.resident(branch, 1);
        http.post(resident, session + "/sign-up", null, 200);
        assertThat(type(http.post(resident, session + "/attendance", code, 409)))
                .endsWith("/not-the-time");
        steps.begun(id, 10);
        http.post(resident, session + "/attendance", Map.of("code", "000000"), 422);
        http.post(resident, session + "/feedback", said, 409);
        http.post(resident, session + "/attendance", code, 200);
        http.post(resident, session + "/feedback", Map.of("scores", List.of(5)), 422);
        http.post(resident, session + "/feedback", Map.of("scores", List.of(5, 6)), 422);
        http.post(resident, session + "/feedback", said, 200);
        http.post(resident, session + "/feedback", said, 409);
        http.post(steps.resident(branch, 2), session + "/feedback", said, 409);
    }

    @Test
    void who_tries_codes_of_a_session_out_has_to_wait() {
        String id = steps.planned(branch, steps.started(branch), 5);
        String attendance = "/trial-sessions/" + id + "/attendance";
        WebTestClient resident = steps.resident(branch, 1);
        http.post(resident, "/trial-sessions/" + id + "/sign-up", null, 200);
        steps.begun(id, 10);
        for (int n = 0; n < CodeAttempts.MOST_WRONG; n++) {
            http.post(resident, attendance, Map.of("code", "AAAAAAA" + n), 422);
        }
        Map<String, Object> right = Map.of("code", steps.code(branch, id));
        JsonNode refused = http.post(resident, attendance, right, 429);
        assertThat(type(refused)).endsWith("/too-many-attempts");
        assertThat(refused.get("retryAfter").asInt()).isBetween(800, 900);
        http.post(steps.resident(branch, 2), attendance, right, 409);
    }

    @Test
    void who_attended_is_told_so_again_while_having_to_wait() {
        String id = steps.planned(branch, steps.started(branch), 5);
        String attendance = "/trial-sessions/" + id + "/attendance";
        WebTestClient resident = steps.resident(branch, 1);
        http.post(resident, "/trial-sessions/" + id + "/sign-up", null, 200);
        steps.begun(id, 10);
        Map<String, Object> right = Map.of("code", steps.code(branch, id));
        JsonNode first = attended(resident, attendance, right);
        service.database()
                .execute("UPDATE code_attempt SET tried = %1$d, wrong = %1$d, since = now() WHERE what = 'session/%2$s'"
                        .formatted(CodeAttempts.MOST_WRONG, id));
        assertThat(attended(resident, attendance, right)).isEqualTo(first);
        http.post(resident, attendance, right, 429);
    }

    private static JsonNode attended(WebTestClient resident, String attendance, Map<String, Object> code) {
        var request = resident.post().uri("/api/partner" + attendance).header("Idempotency-Key", "attended-once");
        return PartnerSteps.read(request.bodyValue(code).exchange(), 200);
    }

    @Test
    void the_result_counts_and_a_citation_keeps_it() throws SQLException {
        String trial = steps.started(branch);
        held(trial, 4);
        JsonNode few = http.get(head, "/trials/" + trial + "/result");
        assertThat(few.get("questions").get(0).get("average").isNull()).isTrue();
        assertThat(few.get("remarks")).isEmpty();
        JsonNode citation = http.post(head, "/trials/" + trial + "/citations", null, 201);
        assertThat(citation.get("result").get("met").asBoolean()).isFalse();
        held(trial, 6);
        JsonNode result = http.get(head, "/trials/" + trial + "/result");
        assertThat(result.get("criteria").get(0).get("value").asString()).isEqualTo("2");
        assertThat(result.get("criteria").get(1).get("value").asString()).isEqualTo("10");
        assertThat(result.get("criteria").get(2).get("value").isNull())
                .as("all gave the first question the same")
                .isTrue();
        assertThat(result.get("met").asBoolean()).isTrue();
        assertThat(http.get(head, "/trials/" + trial + "/citations")
                        .get(0)
                        .get("result")
                        .get("met")
                        .asBoolean())
                .isFalse();
        try (var connection = service.database().connect();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM trial_citation"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void what_residents_said_is_told_anew_only_when_five_more_have_spoken() {
        String trial = steps.started(branch);
        held(trial, 6);
        JsonNode first = http.get(head, "/trials/" + trial + "/result");
        assertThat(first.get("spoken").asInt()).isEqualTo(6);
        assertThat(first.get("questions").get(0).get("average").isNull()).isTrue();
        assertThat(first.get("questions").get(1).get("average").asString()).isEqualTo("3.50");
        held(trial, 4);
        JsonNode second = http.get(head, "/trials/" + trial + "/result");
        assertThat(second.get("spoken")).isEqualTo(first.get("spoken"));
        assertThat(second.get("questions")).isEqualTo(first.get("questions"));
        assertThat(second.get("criteria").get(1).get("value").asString()).isEqualTo("10");
        held(trial, 1);
        assertThat(http.get(head, "/trials/" + trial + "/result").get("spoken").asInt())
                .isEqualTo(11);
    }

    /** A session that so many attended and that is over. */
    private void held(String trial, int attendants) {
        String id = steps.planned(branch, trial, attendants);
        String session = "/trial-sessions/" + id;
        Map<String, Object> code = Map.of("code", steps.code(branch, id));
        IntStream.range(0, attendants)
                .forEach(n -> http.post(steps.resident(branch, n), session + "/sign-up", null, 200));
        steps.begun(id, 70);
        IntStream.range(0, attendants).forEach(n -> {
            http.post(steps.resident(branch, n), session + "/attendance", code, 200);
            http.post(
                    steps.resident(branch, n),
                    session + "/feedback",
                    Map.of("scores", List.of(5, n % 2 == 0 ? 4 : 3)),
                    200);
        });
    }

    private String state(int resident, String path) {
        return http.post(steps.resident(branch, resident), path, null, 200)
                .get("state")
                .asString();
    }

    private static String type(JsonNode problem) {
        return problem.get("type").asString();
    }
}
