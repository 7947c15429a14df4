package org.linli.platform.security;

import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class SecurityTest {

    @Autowired
    TestHttp http;

    @Value("${local.management.port}")
    int managementPort;

    @Test
    void a_handler_without_a_word_on_who_may_call_it_stops_the_start() {
        runner().withUserConfiguration(Forgotten.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageContaining("neither @Allowed nor @Public")
                        .hasMessageContaining("/forgotten"));
    }

    @Test
    void a_handler_with_one_starts() {
        runner().withUserConfiguration(Said.class)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void a_public_route_answers_without_a_token_and_not_with_a_bad_one() {
        http.anonymous()
                .get()
                .uri("/api/sample/greeting")
                .exchange()
                .expectStatus()
                .isOk();
        http.bearing(TestTokens.forged(Role.HQ, "4407"))
                .get()
                .uri("/api/sample/greeting")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void a_token_that_never_ends_is_not_believed() {
        http.bearing(TestTokens.withoutEnd(Role.HQ, "4407"))
                .get()
                .uri("/api/sample/words")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void roles_and_units_that_cannot_be_read_give_no_right() {
        http.bearing(TestTokens.claiming("roles", "hq", "units", "*"))
                .get()
                .uri("/api/sample/words")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void only_whether_it_lives_and_is_ready_is_told_to_anybody() {
        for (String open : List.of("/livez", "/readyz")) {
            http.anonymous().get().uri(open).exchange().expectStatus().isOk();
        }
        for (String open : List.of("/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness")) {
            management(http.anonymous())
                    .get()
                    .uri(open)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void metrics_are_an_operators_on_the_management_port_and_nobodys_on_the_services_own() {
        for (String path : List.of("/actuator/prometheus", "/actuator", "/actuator/env")) {
            for (WebTestClient own : List.of(http.anonymous(), management(http.anonymous()))) {
                own.get().uri(path).exchange().expectStatus().isUnauthorized();
            }
            for (WebTestClient other : List.of(http.as(Role.CITY, "4407"), http.as(Role.AUDITOR, "*"))) {
                management(other).get().uri(path).exchange().expectStatus().isForbidden();
            }
        }
        management(http.as(Role.CITY, "*"))
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(metrics -> assertThat(metrics).contains("jvm_memory_used_bytes"));
        http.as(Role.CITY, "*")
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private WebTestClient management(WebTestClient client) {
        return client.mutate().baseUrl("http://127.0.0.1:" + managementPort).build();
    }

    @Test
    void a_verified_token_is_remembered_until_it_expires_and_not_longer() {
        var now = new Moving(Instant.parse("2026-03-01T00:00:00Z"));
        var verifications = new AtomicInteger();
        Jwt jwt = Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .claim("sub", "x")
                .expiresAt(now.instant().plusSeconds(60))
                .build();
        ReactiveJwtDecoder verifier = token -> Mono.fromCallable(() -> {
            if (verifications.incrementAndGet() > 1) {
                throw new BadJwtException("expired");
            }
            return jwt;
        });
        var decoder = new CachingJwtDecoder(verifier, Duration.ofMinutes(5), 10, now);
        for (int i = 0; i < 3; i++) {
            StepVerifier.create(decoder.decode("t")).expectNext(jwt).verifyComplete();
        }
        assertThat(verifications).hasValue(1);
        now.at = now.at.plusSeconds(61);
        StepVerifier.create(decoder.decode("t")).verifyError(BadJwtException.class);
    }

    @Test
    void a_remembered_token_is_forgotten_when_it_is_old_and_when_its_key_is_withdrawn() {
        var now = new Moving(Instant.parse("2026-03-01T00:00:00Z"));
        var verifications = new AtomicInteger();
        Jwt jwt = Jwt.withTokenValue("t")
                .header("kid", "k1")
                .claim("sub", "x")
                .issuedAt(now.instant())
                .expiresAt(now.instant().plusSeconds(3600))
                .build();
        var decoder = new CachingJwtDecoder(
                token -> Mono.fromCallable(() -> {
                    verifications.incrementAndGet();
                    return jwt;
                }),
                Duration.ofMinutes(5),
                10,
                now);
        decoder.decode("t").block();
        decoder.forget(Set.of("k2"));
        decoder.decode("t").block();
        assertThat(verifications).hasValue(1);

        decoder.forget(Set.of("k1"));
        decoder.decode("t").block();
        assertThat(verifications).hasValue(2);

        now.at = now.at.plusSeconds(301);
        decoder.decode("t").block();
        assertThat(verifications).hasValue(3);
    }

    @Test
    void a_token_is_believed_for_five_minutes_whatever_end_it_names() {
        words(TestTokens.issuedAgo(Duration.ofMinutes(4), Role.HQ, "4407")).isOk();
        words(TestTokens.issuedAgo(Duration.ofMinutes(6), Role.HQ, "4407")).isUnauthorized();
    }

    @Test
    void a_machine_does_what_its_scopes_open_and_nothing_that_is_a_persons() {
        String reads = TestTokens.ofMachine(Set.of("notes:read", "openid"), Role.HQ, "4407");
        String writes = TestTokens.ofMachine(Set.of("notes:write"), Role.HQ, "4407");
        String person = TestTokens.ofMachine(Set.of("openid", "profile", "email"), Role.HQ, "4407");
        for (String able : List.of(reads, writes, person)) {
            http.bearing(able)
                    .get()
                    .uri("/api/sample/notes")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        words(person).isOk();
        for (String machine : List.of(reads, writes)) {
            http.bearing(machine)
                    .get()
                    .uri("/api/sample/words")
                    .exchange()
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("https://linli.org/problems/persons-only");
        }
        http.bearing(TestTokens.ofMachine(Set.of("others:write"), Role.HQ, "4407"))
                .get()
                .uri("/api/sample/notes")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"notes:read\"")
                .expectBody()
                .jsonPath("$.scope")
                .isEqualTo("notes:read");
        http.bearing(TestTokens.ofMachine(Set.of("notes:read"), Role.RESIDENT, "4407"))
                .get()
                .uri("/api/sample/notes")
                .exchange()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://linli.org/problems/forbidden");
    }

    private StatusAssertions words(String token) {
        return http.bearing(token).get().uri("/api/sample/words").exchange().expectStatus();
    }

    @Test
    void a_token_that_failed_is_never_remembered() {
        var decoder = new CachingJwtDecoder(
                token -> Mono.error(new BadJwtException("no")), Duration.ofMinutes(5), 10, Clock.systemUTC());
        StepVerifier.create(decoder.decode("t")).verifyError(BadJwtException.class);
        StepVerifier.create(decoder.decode("t"))
                .expectError(BadJwtException.class)
                .verify(Duration.ofSeconds(5));
    }

    private static ReactiveWebApplicationContextRunner runner() {
        return new ReactiveWebApplicationContextRunner().withUserConfiguration(Web.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebFlux
    static class Web {

        @Bean
        RouteGuard routeGuard(RequestMappingHandlerMapping requestMappingHandlerMapping) {
            return new RouteGuard(requestMappingHandlerMapping);
        }
    }

    @RestController
    static class Forgotten {

        @GetMapping("/forgotten")
        String forgotten() {
            return "";
        }
    }

    @RestController
    static class Said {

        @Allowed(Role.HQ)
        @GetMapping("/hq")
        String hq() {
            return "";
        }

        @Public
        @GetMapping("/all")
        String all() {
            return "";
        }
    }

    private static final class Moving extends Clock {

        private Instant at;

        Moving(Instant at) {
            this.at = at;
        }

        @Override
        public Instant instant() {
            return at;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
