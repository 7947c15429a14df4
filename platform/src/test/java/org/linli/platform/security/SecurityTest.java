package org.linli.platform.security;

import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
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
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class SecurityTest {

    @Autowired
    TestHttp http;

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
        var decoder = new RememberingJwtDecoder(verifier, 10, now);
        for (int i = 0; i < 3; i++) {
            StepVerifier.create(decoder.decode("t")).expectNext(jwt).verifyComplete();
        }
        assertThat(verifications).hasValue(1);
        now.at = now.at.plusSeconds(61);
        StepVerifier.create(decoder.decode("t")).verifyError(BadJwtException.class);
    }

    @Test
    void a_token_that_failed_is_never_remembered() {
        var decoder = new RememberingJwtDecoder(token -> Mono.error(new BadJwtException("no")), 10, Clock.systemUTC());
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
