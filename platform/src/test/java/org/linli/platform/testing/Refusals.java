package org.linli.platform.testing;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.linli.platform.security.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** The tests of a {@link RouteTable} that expect a refusal, each with the database as it was before. */
final class Refusals {

    /** Longer than any token is believed, by whoever ended what it belongs to. */
    private static final Duration ENDED = Duration.ofMinutes(6);

    private static final Set<String> OTHERS = Set.of("others:read", "others:write");

    private final ServiceUnderTest service;
    private final Owner owner;
    private final Map<String, Call> prepared = new HashMap<>();

    Refusals(ServiceUnderTest service, Owner owner) {
        this.service = service;
        this.owner = owner;
    }

    DynamicNode of(Route route) {
        var tests = new ArrayList<DynamicTest>();
        if (!route.isOpen()) {
            tests.addAll(withoutAGoodToken(route));
        }
        EnumSet.complementOf(EnumSet.copyOf(route.allowed())).forEach(role -> tests.add(wrongRole(route, role)));
        route.rolesWithStrangers().forEach(role -> tests.addAll(strangers(route, role)));
        return DynamicContainer.dynamicContainer(route.name(), tests);
    }

    private List<DynamicTest> withoutAGoodToken(Route route) {
        Role role = route.allowed().iterator().next();
        String scope = owner.usualScope(role);
        TestHttp http = service.http();
        return List.of(
                refused(route, role, 401, "without a token", http.anonymous()),
                refused(route, role, 401, "expired", http.bearing(TestTokens.expired(role, scope))),
                refused(
                        route,
                        role,
                        401,
                        "of a session that ended long ago",
                        http.bearing(TestTokens.issuedAgo(ENDED, role, scope))),
                refused(
                        route,
                        role,
                        403,
                        "of a machine with others' scopes",
                        http.bearing(() -> TestTokens.ofMachine(OTHERS, role, scope))),
                refused(route, role, 401, "forged", http.bearing(TestTokens.forged(role, scope))),
                refused(route, role, 401, "unsigned", http.bearing(TestTokens.unsigned(role, scope))),
                refused(
                        route,
                        role,
                        401,
                        "for another system",
                        http.bearing(TestTokens.forAnotherAudience(role, scope))),
                refused(
                        route,
                        role,
                        401,
                        "of another issuer",
                        http.bearing(TestTokens.fromAnotherIssuer(role, scope))));
    }

    private DynamicTest wrongRole(Route route, Role role) {
        Role allowed = route.allowed().iterator().next();
        return refused(
                route,
                allowed,
                403,
                "as " + role,
                service.http().as(role, owner.usualScope(role), owner.usualScope(allowed)));
    }

    private List<DynamicTest> strangers(Route route, Role role) {
        var tests = new ArrayList<DynamicTest>();
        owner.strangersScopes(role)
                .forEach(scope -> tests.add(stranger(
                        route, role, role + " of " + scope, service.http().as(role, scope))));
        if (route.strangers() == Route.Strangers.LACK_THE_WHOLE) {
            String usual = owner.usualScope(role);
            tests.add(
                    stranger(route, role, role + " of " + usual, service.http().as(role, usual)));
        }
        tests.add(stranger(route, role, role + " of nowhere", service.http().as(role)));
        return tests;
    }

    private DynamicTest stranger(Route route, Role role, String who, WebTestClient client) {
        return switch (route.strangers()) {
            case FIND_NOTHING, ARE_WELCOME -> refused(route, role, 404, "as " + who, client);
            case SEE_OTHERS_ONLY ->
                dynamicTest("shows nothing as " + who, () -> {
                    EntityExchangeResult<byte[]> answer = unchangedAfter(service.fingerprint(), route, role, client);
                    assertThat(answer.getStatus().value()).as(text(answer)).isEqualTo(200);
                    assertThat(text(answer)).doesNotContain(route.signOf(owner));
                });
            case HAVE_ROWS_REFUSED ->
                dynamicTest("refuses each row as " + who, () -> {
                    // The answer itself is kept under its key.
                    var answer = unchangedAfter(service.fingerprint().without("idempotency"), route, role, client);
                    assertThat(answer.getStatus().value()).as(text(answer)).isEqualTo(200);
                    assertThat(text(answer)).containsPattern("\"refused\":[1-9]");
                });
            case LACK_THE_WHOLE, ARE_NO_MACHINE -> refused(route, role, 403, "as " + who, client);
        };
    }

    private DynamicTest refused(Route route, Role validFor, int status, String how, WebTestClient client) {
        return dynamicTest(status + " " + how, () -> {
            EntityExchangeResult<byte[]> answer = unchangedAfter(service.fingerprint(), route, validFor, client);
            assertThat(answer.getStatus().value()).as(text(answer)).isEqualTo(status);
            assertThat(answer.getResponseHeaders().getContentType())
                    .isNotNull()
                    .matches(MediaType.APPLICATION_PROBLEM_JSON::isCompatibleWith);
            if (route.method() != HttpMethod.HEAD) {
                assertThat(text(answer)).contains("\"type\":\"https://linli.org/problems/");
            }
        });
    }

    private EntityExchangeResult<byte[]> unchangedAfter(
            DatabaseFingerprint fingerprint, Route route, Role validFor, WebTestClient client) {
        Call call = prepared(route, validFor);
        Map<String, String> before = fingerprint.take();
        EntityExchangeResult<byte[]> answer = call.send(client, route.method(), route.template());
        assertThat(fingerprint.take())
                .as("the database after " + answer.getStatus())
                .isEqualTo(before);
        return answer;
    }

    /** Prepares the calls of all routes, so that their effects are waited for once and not for each. */
    void prepare(Collection<Route> routes) {
        routes.forEach(route -> route.allowed()
                .forEach(role ->
                        prepared.computeIfAbsent(route.name() + role, ignored -> route.validCall(owner, role))));
        awaitStillness();
    }

    /** A refused call uses nothing up, so one serves all refusals; the effects of preparing it are waited for. */
    private Call prepared(Route route, Role role) {
        return prepared.computeIfAbsent(route.name() + role, ignored -> {
            Map<String, String> before = service.fingerprint().take();
            Call call = route.validCall(owner, role);
            if (!service.fingerprint().take().equals(before)) {
                awaitStillness();
            }
            return call;
        });
    }

    private void awaitStillness() {
        var last = new ArrayList<Map<String, String>>();
        Awaitility.await("a quiet database")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(150))
                .until(() -> {
                    last.add(service.fingerprint().take());
                    int n = last.size();
                    return n > 3 && last.subList(n - 4, n).stream().distinct().count() == 1;
                });
    }

    private static String text(EntityExchangeResult<byte[]> answer) {
        byte[] body = answer.getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
