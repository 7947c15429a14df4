package org.linli.partner.access;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestRegistration;
import org.linli.platform.testing.TestTokens;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Machines sign in by credentials that the provider issues, do what their scopes open, and nothing once they end. */
@LinliTest
class CredentialIT {

    /** Where a partner's person signs, discloses, earns points or handles credentials. */
    private static final Set<String> PERSONS_ROUTES = Set.of(
            "POST /api/partner/partners",
            "PUT /api/partner/partners/{id}",
            "POST /api/partner/partners/{id}/personal-data/readings",
            "GET /api/partner/partners/{id}/personal-data/readings",
            "POST /api/partner/agreements/{id}/signature",
            "POST /api/partner/points/cards",
            "GET /api/partner/points/mine",
            "GET /api/partner/points/mine/entries",
            "POST /api/partner/points/losses/{id}/appeal",
            "POST /api/partner/credentials",
            "GET /api/partner/credentials",
            "GET /api/partner/credentials/{id}",
            "POST /api/partner/credentials/{id}/rotation",
            "POST /api/partner/credentials/{id}/revocation");

    @Autowired
    ServiceUnderTest service;

    @Autowired
    TestDatabase database;

    @Autowired
    RemoveEndedClients removal;

    @Autowired
    MeterRegistry metrics;

    private final String street = Histories.freshStreet();

    @AfterEach
    void the_provider_is_well_again() {
        TestRegistration.answers(TestRegistration.Mode.WELL);
    }

    @Test
    void a_machine_does_what_its_scopes_open_and_is_told_which_it_lacks() {
        JsonNode issued = access().issued(street, false, "proposals:write", "webhooks:read");
        WebTestClient machine = access().machine(issued);

        steps().http()
                .as(Role.PARTNER, street)
                .get()
                .uri("/api/partner/partners")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(PartnerSteps.read(machine.get().uri("/api/partner/proposals").exchange(), 200)
                        .get("items")
                        .isEmpty())
                .isTrue();
        machine.get().uri("/api/partner/webhooks").exchange().expectStatus().isOk();
        machine.get()
                .uri("/api/partner/turnover-reports")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"turnover:read\"")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://linli.org/problems/insufficient-scope")
                .jsonPath("$.scope")
                .isEqualTo("turnover:read");
        assertThat(slug(machine.post().uri("/api/partner/webhooks").bodyValue(Map.of()), 403))
                .isEqualTo("insufficient-scope");
        assertThat(slug(machine.get().uri("/api/partner/credentials"), 403)).isEqualTo("persons-only");
        machine.get()
                .uri("/api/partner/open-calls/" + UUID.randomUUID() + "/ranking")
                .exchange()
                .expectStatus()
                .isForbidden();
        WebTestClient narrowed = access().machine(issued, "webhooks:read");
        assertThat(slug(narrowed.get().uri("/api/partner/proposals"), 403)).isEqualTo("insufficient-scope");
    }

    @Test
    void the_secret_is_in_the_first_answer_alone_and_kept_nowhere() {
        steps().partner(street);
        var issuing = steps().http()
                .as(Role.PARTNER, street)
                .post()
                .uri("/api/partner/credentials")
                .header("Idempotency-Key", "issue-once-" + street)
                .bodyValue(AccessSteps.asking(false, "proposals:read"));
        JsonNode first = PartnerSteps.read(issuing.exchange(), 201);
        JsonNode again = PartnerSteps.read(issuing.exchange(), 201);

        String secret = first.get("clientSecret").asString();
        assertThat(again.get("clientSecret").isNull()).isTrue();
        assertThat(again.get("clientId")).isEqualTo(first.get("clientId"));
        assertThat(rowsWith(secret)).isZero();
        assertThat(steps().get(Role.PARTNER, street, "/credentials").toString()).doesNotContain(secret);
        assertThat(new IssuedCredential(null, "c", "secret-text", URI.create("http://x")).toString())
                .doesNotContain("secret-text");
    }

    @Test
    void a_rotated_client_is_taken_for_the_overlap_and_then_refused_and_removed() {
        JsonNode old = access().issued(street, false, "proposals:read");
        String path = "/credentials/" + AccessSteps.id(old) + "/rotation";
        WebTestClient before = access().machine(old);
        JsonNode fresh = steps().post(Role.PARTNER, street, path, Map.of("overlapHours", 1), 200);

        before.get().uri("/api/partner/proposals").exchange().expectStatus().isOk();
        access().machine(fresh)
                .get()
                .uri("/api/partner/proposals")
                .exchange()
                .expectStatus()
                .isOk();
        JsonNode clients = fresh.get("credential").get("clients");
        assertThat(clients).hasSize(2);
        assertThat(Instant.parse(clients.get(1).get("retiresAt").asString()))
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3700));

        JsonNode newest = steps().post(Role.PARTNER, street, path, Map.of("overlapHours", 0), 200);
        assertThat(slug(before.get().uri("/api/partner/proposals"), 401)).isEqualTo("credential-ended");
        access().machine(newest)
                .get()
                .uri("/api/partner/proposals")
                .exchange()
                .expectStatus()
                .isOk();

        removal.remove().block(Duration.ofSeconds(20));
        assertThat(TestRegistration.clients())
                .contains(newest.get("clientId").asString())
                .doesNotContain(
                        old.get("clientId").asString(), fresh.get("clientId").asString());
    }

    @Test
    void a_revoked_credential_ends_at_once_and_for_good() {
        JsonNode issued = access().issued(street, false, "proposals:read");
        WebTestClient machine = access().machine(issued);
        machine.get().uri("/api/partner/proposals").exchange().expectStatus().isOk();
        String path = "/credentials/" + AccessSteps.id(issued);

        JsonNode revoked = steps().post(Role.PARTNER, street, path + "/revocation", null, 200);

        assertThat(revoked.get("state").asString()).isEqualTo("REVOKED");
        assertThat(slug(machine.get().uri("/api/partner/proposals"), 401)).isEqualTo("credential-ended");
        assertThat(TestRegistration.clients())
                .as("the provider issues no more tokens")
                .doesNotContain(issued.get("clientId").asString());
        steps().post(Role.PARTNER, street, path + "/revocation", null, 200);
        JsonNode refused = steps().post(Role.PARTNER, street, path + "/rotation", Map.of(), 409);
        assertThat(refused.get("type").asString()).endsWith("/credential-revoked");
    }

    @Test
    void a_token_with_our_scopes_of_an_unknown_client_is_nobodys() {
        String token = TestTokens.claiming("roles", List.of("partner"), "scope", "proposals:write");
        WebTestClient stranger = steps().http().bearing(token);

        assertThat(slug(stranger.post().uri("/api/partner/partners").bodyValue(PartnerSteps.firm("123456780")), 403))
                .isEqualTo("persons-only");
        assertThat(slug(stranger.get().uri("/api/partner/proposals"), 401)).isEqualTo("credential-ended");
    }

    @Test
    void a_provider_that_is_down_is_waited_for_and_the_same_command_goes_on() {
        steps().partner(street);
        var issuing = steps().http()
                .as(Role.PARTNER, street)
                .post()
                .uri("/api/partner/credentials")
                .header("Idempotency-Key", "issue-slowly-" + street)
                .bodyValue(AccessSteps.asking(false, "proposals:read"));
        TestRegistration.answers(TestRegistration.Mode.DOWN);
        issuing.exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        TestRegistration.answers(TestRegistration.Mode.ANSWER_LOST);
        issuing.exchange().expectStatus().isEqualTo(503);
        JsonNode waiting = steps().get(Role.PARTNER, street, "/credentials").get("items");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).get("state").asString()).isEqualTo("REQUESTED");

        TestRegistration.answers(TestRegistration.Mode.WELL);
        JsonNode issued = PartnerSteps.read(issuing.exchange(), 201);

        access().machine(issued)
                .get()
                .uri("/api/partner/proposals")
                .exchange()
                .expectStatus()
                .isOk();
        JsonNode all = steps().get(Role.PARTNER, street, "/credentials").get("items");
        assertThat(all).hasSize(1);
        assertThat(all.get(0).get("clients")).hasSize(1);
    }

    @Test
    void the_providers_breaker_is_seen() {
        assertThat(metrics.get("resilience4j.circuitbreaker.state")
                        .tags("name", "identity", "state", "closed")
                        .gauge()
                        .value())
                .isBetween(0.0, 1.0);
    }

    @Test
    void the_same_command_at_once_gives_one_client() throws Exception {
        steps().partner(street);
        Callable<Integer> issuing = () -> steps().http()
                .as(Role.PARTNER, street)
                .post()
                .uri("/api/partner/credentials")
                .header("Idempotency-Key", "issue-together-" + street)
                .bodyValue(AccessSteps.asking(false, "proposals:read"))
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = together.invokeAll(
                    IntStream.range(0, 8).mapToObj(turn -> issuing).toList());
            for (var answer : answers) {
                assertThat(answer.get()).isIn(201, 503);
            }
        }
        JsonNode all = steps().get(Role.PARTNER, street, "/credentials").get("items");
        assertThat(all).hasSize(1);
        assertThat(all.get(0).get("clients")).hasSize(1);
    }

    @Test
    void a_partner_has_so_many_and_a_credential_so_many_clients() {
        String id = AccessSteps.id(access().issued(street, false, "proposals:read"));
        for (int turn = 1; turn < Credentials.MOST_CLIENTS; turn++) {
            steps().post(Role.PARTNER, street, "/credentials/" + id + "/rotation", null, 200);
        }
        assertThat(steps().post(Role.PARTNER, street, "/credentials/" + id + "/rotation", Map.of(), 409)
                        .get("type")
                        .asString())
                .endsWith("/too-many-credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \" \", \"scopes\": []}",
                "{\"name\": \"a\", \"scopes\": [null, \"all\", \"client.create\"]}",
                "{\"name\": \"a\", \"scopes\": [\"proposals:read openid\"]}"
            })
    void what_is_wrong_is_told_at_once(String body) {
        JsonNode problem = PartnerSteps.read(
                steps().http()
                        .as(Role.PARTNER, street)
                        .post()
                        .uri("/api/partner/credentials")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                422);
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .isNotEmpty()
                .allMatch(field -> field.startsWith("name") || field.startsWith("scopes"));
    }

    @Test
    void every_route_of_a_partner_asks_a_machine_for_a_scope_or_is_a_persons() {
        Set<String> forPersons = service.routes().getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().hasMethodAnnotation(Allowed.class))
                .filter(route -> Arrays.asList(route.getValue()
                                .getMethodAnnotation(Allowed.class)
                                .value())
                        .contains(Role.PARTNER))
                .filter(route -> !route.getValue().hasMethodAnnotation(RequiredScope.class))
                .flatMap(route -> route.getKey().getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> route.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern.getPatternString())))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(forPersons)
                .as("routes without @RequiredScope: give them one, or say here that a person does them")
                .containsExactlyInAnyOrderElementsOf(PERSONS_ROUTES);
    }

    @Test
    void every_scope_of_a_route_can_be_given() {
        assertThat(service.routes().getHandlerMethods().values().stream()
                        .map(handler -> handler.getMethodAnnotation(RequiredScope.class))
                        .filter(Objects::nonNull)
                        .map(RequiredScope::value)
                        .distinct())
                .hasSizeGreaterThan(9)
                .allMatch(AccessScope.NAMES::contains);
    }

    private static String slug(WebTestClient.RequestHeadersSpec<?> request, int status) {
        String type = PartnerSteps.read(request.exchange(), status).get("type").asString();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private long rowsWith(String secret) {
        return Arrays.stream(new String[] {"idempotency", "credential", "credential_client", "outbox"})
                .mapToLong(table ->
                        database.number("SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%" + secret + "%'"))
                .sum();
    }

    private PartnerSteps steps() {
        return new PartnerSteps(service.http());
    }

    private AccessSteps access() {
        return new AccessSteps(steps());
    }
}
