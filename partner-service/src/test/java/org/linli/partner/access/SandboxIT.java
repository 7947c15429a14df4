package org.linli.partner.access;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.partner.call.CallSteps;
import org.linli.partner.document.Samples;
import org.linli.partner.document.UploadSteps;
import org.linli.partner.webhook.Receiver;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a sandbox credential does stays in the sandbox, and what is real stays out of it. */
@LinliTest
class SandboxIT {

    private static final String[] ALL = {"proposals:write", "documents:write", "webhooks:write"};

    @Autowired
    ServiceUnderTest service;

    @Autowired
    TestDatabase database;

    private final String street = Histories.freshStreet();
    private final String branch = street + "101";
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_whole_way_is_tried_out_without_a_human_and_nobody_else_hears_of_it() {
        WebTestClient machine = access().machine(access().issued(street, true, ALL));
        JsonNode hook = post(machine, "/webhooks", Map.of("url", receiver.url()), 201);
        JsonNode call = post(machine, "/sandbox/open-calls", Map.of(), 201);
        long realEvents = database.number("SELECT count(*) FROM outbox");

        String id = post(machine, "/proposals", proposal(call), 201).get("id").asString();
        play(machine, id, Map.of("state", "NEEDS_CHANGES", "remarks", List.of(remark())), "NEEDS_CHANGES");
        post(machine, "/proposals/" + id + "/submission", null, 200);
        play(machine, id, Map.of("state", "IN_TRIAL"), "IN_TRIAL");
        play(machine, id, Map.of("state", "ACCEPTED", "reasons", List.of("居民需要")), "ACCEPTED");

        await().atMost(Duration.ofSeconds(20)).until(() -> types().contains("linli.partner.proposal.accepted.v1"));
        assertThat(receiver.received()).allSatisfy(one -> {
            JsonNode body = JsonMapper.shared().readTree(one.body());
            assertThat(body.get("sandbox").asBoolean()).isTrue();
            assertThat(body.get("data").get("partnerId").asString())
                    .isEqualTo(steps().partner(street).get("id").asString());
        });
        assertThat(database.number("SELECT count(*) FROM outbox")).isEqualTo(realEvents);
        assertThat(database.number("SELECT count(*) FROM proposal WHERE id = '" + id + "'"))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM sandbox.proposal WHERE id = '" + id + "'"))
                .isOne();
        assertThat(database.number("SELECT count(*) FROM sandbox.outbox")).isZero();
        assertThat(database.number("SELECT count(*) FROM webhook_endpoint WHERE id = '"
                        + hook.get("id").asString() + "'"))
                .isZero();
    }

    @Test
    void staff_people_and_machines_of_the_same_partner_see_nothing_of_it() {
        WebTestClient machine = access().machine(access().issued(street, true, ALL));
        WebTestClient real = access().machine(access().issued(street, false, ALL));
        JsonNode call = post(machine, "/sandbox/open-calls", Map.of(), 201);
        String callId = call.get("id").asString();
        String id = post(machine, "/proposals", proposal(call), 201).get("id").asString();

        for (WebTestClient other : List.of(
                real,
                steps().http().as(Role.PARTNER, street),
                steps().http().as(Role.BRANCH_HEAD, call.get("unit").asString()),
                steps().http().as(Role.HQ, "*"))) {
            other.get()
                    .uri("/api/partner/proposals/" + id)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
            assertThat(PartnerSteps.read(
                                    other.get()
                                            .uri("/api/partner/proposals?limit=200")
                                            .exchange(),
                                    200)
                            .toString())
                    .doesNotContain(id);
        }
        var anybody = steps().http().anonymous();
        anybody.get()
                .uri("/api/partner/public/open-calls/" + callId)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(PartnerSteps.read(
                                anybody.get()
                                        .uri("/api/partner/public/open-calls?limit=200")
                                        .exchange(),
                                200)
                        .toString())
                .doesNotContain(callId);
        assertThat(post(real, "/proposals", proposal(call), 404).get("type").asString())
                .endsWith("/not-found");
    }

    @Test
    void the_sandbox_knows_nothing_real_but_calls_taken_into_it() {
        WebTestClient machine = access().machine(access().issued(street, true, ALL));
        WebTestClient real = access().machine(access().issued(street, false, ALL));
        String callId = new CallSteps(service).publishedCall(branch);
        JsonNode draft = post(real, "/proposals", Map.of("callId", callId, "title", "真的"), 201);

        post(machine, "/proposals", Map.of("callId", callId, "title", "试"), 404);
        machine.get()
                .uri("/api/partner/proposals/" + draft.get("id").asString())
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .valueEquals("Linli-Sandbox", "true");
        assertThat(post(machine, "/sandbox/open-calls", Map.of("callId", callId), 201)
                        .get("id")
                        .asString())
                .isEqualTo(callId);
        String tried = post(machine, "/proposals", Map.of("callId", callId, "title", "试"), 201)
                .get("id")
                .asString();
        assertThat(PartnerSteps.read(machine.get().uri("/api/partner/proposals").exchange(), 200)
                        .get("items"))
                .hasSize(1);
        assertThat(database.number("SELECT count(*) FROM proposal WHERE id = '" + tried + "'"))
                .isZero();
        post(machine, "/sandbox/open-calls", Map.of("callId", tried), 404);
    }

    @Test
    void uploads_of_a_sandbox_are_found_there_alone() {
        String token = AccessSteps.token(access().issued(street, true, ALL));
        WebTestClient machine = steps().http().bearing(token);
        WebTestClient real = access().machine(access().issued(street, false, ALL));

        String id = UploadSteps.bearing(token, service.http().base()).upload("营业执照.pdf", Samples.pdf(1000, 3));

        machine.get()
                .uri("/api/partner/documents/" + id)
                .exchange()
                .expectStatus()
                .isOk();
        real.get().uri("/api/partner/documents/" + id).exchange().expectStatus().isNotFound();
        assertThat(database.number("SELECT count(*) FROM upload WHERE id = '" + id + "'"))
                .isZero();
    }

    @Test
    void only_a_sandbox_plays_the_branch_and_only_with_its_own() {
        WebTestClient machine = access().machine(access().issued(street, true, ALL));
        WebTestClient real = access().machine(access().issued(street, false, ALL));
        String other = Histories.freshStreet();
        WebTestClient stranger = access().machine(access().issued(other, true, ALL));
        JsonNode call = post(machine, "/sandbox/open-calls", Map.of(), 201);
        String id = post(machine, "/proposals", proposal(call), 201).get("id").asString();
        String path = "/sandbox/proposals/" + id + "/outcome";
        Map<String, Object> accepted = Map.of("state", "ACCEPTED", "reasons", List.of("好"));

        assertThat(post(real, path, accepted, 403).get("type").asString()).endsWith("/sandbox-only");
        assertThat(post(real, "/sandbox/open-calls", Map.of(), 403).get("type").asString())
                .endsWith("/sandbox-only");
        assertThat(steps().post(Role.PARTNER, street, path, accepted, 403)
                        .get("type")
                        .asString())
                .endsWith("/sandbox-only");
        post(stranger, path, accepted, 404);
        post(machine, path, Map.of("state", "ACCEPTED"), 422);
        post(machine, path, Map.of("state", "NEEDS_CHANGES"), 422);
        post(machine, path, Map.of(), 422);
        post(machine, path, Map.of("state", "LOST"), 400);
        play(machine, id, accepted, "ACCEPTED");
        post(machine, path, accepted, 409);
    }

    @Test
    void both_schemas_hold_the_same_tables() {
        assertThat(database.number("""
                        SELECT count(*) FROM (
                          (SELECT table_name, column_name, ordinal_position, data_type FROM information_schema.columns
                            WHERE table_schema = 'public'
                           EXCEPT
                           SELECT table_name, column_name, ordinal_position, data_type FROM information_schema.columns
                            WHERE table_schema = 'sandbox')) AS missing
                         WHERE table_name NOT LIKE 'outbox\\_p%'
                        """)).isZero();
    }

    private static Map<String, Object> proposal(JsonNode call) {
        return Map.of(
                "callId",
                call.get("id").asString(),
                "title",
                "长者书法晚课",
                "summary",
                "每周二、四晚七点，二十人一班",
                "mode",
                "VENUE_COOPERATION",
                "priceYuan",
                "20.00",
                "marketPriceYuan",
                "60.00",
                "sharePercent",
                15,
                "benefitSessions",
                12,
                "documents",
                List.of(),
                "submit",
                true);
    }

    private static Map<String, Object> remark() {
        return Map.of("field", "priceYuan", "remark", "能否再低一些？");
    }

    private void play(WebTestClient machine, String id, Map<String, Object> outcome, String state) {
        assertThat(post(machine, "/sandbox/proposals/" + id + "/outcome", outcome, 200)
                        .get("state")
                        .asString())
                .isEqualTo(state);
    }

    private List<String> types() {
        return receiver.received().stream()
                .map(one -> JsonMapper.shared().readTree(one.body()).get("type").asString())
                .toList();
    }

    private JsonNode post(WebTestClient client, String path, Object body, int status) {
        return steps().post(client, path, body, status);
    }

    private PartnerSteps steps() {
        return new PartnerSteps(service.http());
    }

    private AccessSteps access() {
        return new AccessSteps(steps());
    }
}
