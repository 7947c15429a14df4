package org.linli.partner.webhook;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.partner.webhook.Receiver.Received;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestEvent;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.platform.security.Role.PARTNER;

@LinliTest
class WebhookIT {

    private static final String ACCEPTED = "linli.partner.proposal.accepted.v1";

    @Autowired
    ServiceUnderTest service;

    @Autowired
    TestKafka kafka;

    private final Receiver receiver = new Receiver();
    private PartnerSteps steps;
    private String street;
    private String partner;

    @BeforeEach
    void freshPartner() {
        steps = new PartnerSteps(service.http());
        street = Histories.freshStreet();
        partner = steps.partner(street).get("id").asString();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void tells_of_an_event_once_signed_and_only_where_it_was_asked_for() {
        String all = endpoint(List.of());
        String others = endpoint(List.of("linli.partner.share.confirmed.v1"));
        TestEvent event = event(partner);
        kafka.publish(List.of(event, event, event(UUID.randomUUID().toString())));
        await(all, "DELIVERED");
        assertThat(receiver.received()).hasSize(1);
        Received received = receiver.received().getFirst();
        assertThat(received.id()).isEqualTo(event.id().toString());
        assertThat(received.signature()).isEqualTo(signature(secret(all, "secret"), received));
        JsonNode body = JsonMapper.shared().readTree(received.body());
        assertThat(body.get("type").asString()).isEqualTo(ACCEPTED);
        assertThat(body.get("data").get("title").asString()).isEqualTo("长者书法晚课");
        assertThat(steps.get(PARTNER, street, "/webhooks/" + others + "/deliveries")
                        .get("items"))
                .isEmpty();
    }

    @Test
    void tries_again_after_a_failure_under_the_same_id() {
        receiver.answers(503);
        String id = endpoint(List.of());
        String delivery = ping(id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> receiver.received().size() == 1);
        receiver.answers(200);
        await(id, "DELIVERED");
        JsonNode attempts =
                steps.get(PARTNER, street, "/webhook-deliveries/" + delivery).get("attempts");
        assertThat(attempts).hasSize(2);
        assertThat(attempts.get(0).get("status").asInt()).isEqualTo(503);
        assertThat(attempts.get(1).get("outcome").asString()).isEqualTo("delivered");
        assertThat(receiver.received().stream().map(Received::id).distinct()).hasSize(1);
    }

    @Test
    void an_endpoint_that_is_gone_is_disabled_and_its_delivery_dead_until_sent_again_by_hand() {
        receiver.answers(410);
        String id = endpoint(List.of());
        String delivery = ping(id);
        await(id, "DEAD");
        assertThat(steps.get(PARTNER, street, "/webhooks/" + id).get("state").asString())
                .isEqualTo("DISABLED");
        steps.post(PARTNER, street, "/webhook-deliveries/" + delivery + "/redelivery", null, 409);
        steps.post(PARTNER, street, "/webhooks/" + id + "/ping", null, 409);
        steps.post(PARTNER, street, "/webhooks/" + id + "/enabling", null, 200);
        receiver.answers(204);
        steps.post(PARTNER, street, "/webhook-deliveries/" + delivery + "/redelivery", null, 200);
        await(id, "DELIVERED");
    }

    @Test
    void follows_no_redirect() {
        receiver.answers(302);
        String delivery = ping(endpoint(List.of()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> steps.get(PARTNER, street, "/webhook-deliveries/" + delivery)
                                .get("attempts")
                                .size()
                        == 1);
        assertThat(receiver.received().stream().map(Received::path)).containsOnly("/hook");
        receiver.answers(204);
    }

    @Test
    void two_secrets_sign_during_a_rotation_and_one_after_it() {
        String id = endpoint(List.of());
        String before = secret(id, "secret");
        steps.post(PARTNER, street, "/webhooks/" + id + "/secret-rotation", null, 200);
        assertThat(secret(id, "previous")).isEqualTo(before);
        String now = secret(id, "secret");
        assertThat(now).isNotEqualTo(before);
        ping(id);
        await(id, "DELIVERED");
        Received received = receiver.received().getFirst();
        assertThat(received.signature()).isEqualTo(signature(now, received) + " " + signature(before, received));
        steps.post(PARTNER, street, "/webhooks/" + id + "/secret-rotation", Map.of("overlapHours", 0), 200);
        assertThat(steps.get(PARTNER, street, "/webhooks/" + id + "/secret")
                        .get("previous")
                        .isNull())
                .isTrue();
    }

    @Test
    void keeps_secrets_sealed_and_out_of_every_stored_answer() throws Exception {
        String secret = secret(endpoint(List.of()), "secret");
        try (var connection = service.database().connect();
                var rows = connection.createStatement().executeQuery("""
                        SELECT (SELECT string_agg(e::text, ' ') FROM webhook_endpoint e)
                            || (SELECT string_agg(i::text, ' ') FROM idempotency i)
                        """)) {
            rows.next();
            assertThat(rows.getString(1)).doesNotContain(secret, "whsec_");
        }
    }

    @Test
    void tells_every_mistake_and_keeps_only_so_many() {
        JsonNode refused = steps.post(
                PARTNER, street, "/webhooks", Map.of("url", "ftp://x", "types", List.of("x", ACCEPTED)), 422);
        assertThat(refused.get("errors")).hasSize(2);
        assertThat(refused.get("errors").get(1).get("expected").asString()).contains("turnover");
        String late = "linli.partner.turnover.reminded.v1";
        steps.post(PARTNER, street, "/webhooks", Map.of("url", receiver.url(), "types", List.of(late)), 201);
        for (int i = 1; i < Endpoints.MOST; i++) {
            endpoint(List.of());
        }
        steps.post(PARTNER, street, "/webhooks", Map.of("url", receiver.url()), 409);
    }

    @Test
    void endpoints_that_are_disabled_or_ended_leave_room_for_others() {
        List<String> first = IntStream.range(0, Endpoints.MOST)
                .mapToObj(n -> endpoint(List.of()))
                .toList();
        first.forEach(id -> steps.post(PARTNER, street, "/webhooks/" + id + "/disabling", null, 200));
        String eleventh = endpoint(List.of());
        IntStream.range(1, Endpoints.MOST).forEach(n -> endpoint(List.of()));
        steps.post(PARTNER, street, "/webhooks/" + first.getFirst() + "/enabling", null, 409);
        end(eleventh).expectStatus().isNoContent();
        steps.post(PARTNER, street, "/webhooks/" + first.getFirst() + "/enabling", null, 200);
    }

    @Test
    void an_ended_endpoint_is_told_no_more_and_its_history_stays() {
        receiver.answers(503);
        String id = endpoint(List.of());
        String delivery = ping(id);
        end(id).expectStatus().isNoContent();
        end(id).expectStatus().isNoContent();
        JsonNode ended = steps.get(PARTNER, street, "/webhooks/" + id);
        assertThat(ended.get("state").asString()).isEqualTo("ENDED");
        assertThat(ended.get("endedAt").isNull()).isFalse();
        assertThat(steps.get(PARTNER, street, "/webhooks").get("items")).isEmpty();
        assertThat(steps.get(PARTNER, street, "/webhooks?ended=true").get("items"))
                .hasSize(1);
        assertThat(steps.get(PARTNER, street, "/webhooks/" + id + "/deliveries").get("items"))
                .hasSize(1);
        assertThat(steps.get(PARTNER, street, "/webhook-deliveries/" + delivery)
                        .get("delivery")
                        .get("state")
                        .asString())
                .isEqualTo("DEAD");
        for (String act : List.of("enabling", "disabling", "ping")) {
            steps.post(PARTNER, street, "/webhooks/" + id + "/" + act, null, 409);
        }
        steps.get(PARTNER, street, "/webhooks/" + id + "/secret", 404);
    }

    private WebTestClient.ResponseSpec end(String id) {
        return service.http()
                .as(PARTNER, street)
                .delete()
                .uri("/api/partner/webhooks/" + id)
                .exchange();
    }

    private String endpoint(List<String> types) {
        return steps.post(PARTNER, street, "/webhooks", Map.of("url", receiver.url(), "types", types), 201)
                .get("id")
                .asString();
    }

    private String ping(String endpoint) {
        return steps.post(PARTNER, street, "/webhooks/" + endpoint + "/ping", null, 200)
                .get("id")
                .asString();
    }

    private String secret(String endpoint, String field) {
        return steps.get(PARTNER, street, "/webhooks/" + endpoint + "/secret")
                .get(field)
                .asString();
    }

    private static String signature(String secret, Received received) {
        return new Secret(secret).sign(received.id(), Long.parseLong(received.timestamp()), received.body());
    }

    private void await(String endpoint, String state) {
        String path = "/webhooks/" + endpoint + "/deliveries?state=" + state;
        Awaitility.await(state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> steps.get(PARTNER, street, path).get("items").size() == 1);
    }

    private TestEvent event(String about) {
        Map<String, Object> data = Map.of("partnerId", about, "title", "长者书法晚课");
        return TestEvent.of(
                "linli.partner.proposal", ACCEPTED, UUID.randomUUID().toString(), street + "101", 1, data);
    }
}
