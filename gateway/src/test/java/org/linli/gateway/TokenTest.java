package org.linli.gateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.gateway.Gateway.json;

class TokenTest {

    Issuer issuer;
    StubBackend backend;
    Gateway gateway;

    @BeforeEach
    void start() {
        issuer = new Issuer();
        backend = new StubBackend("all");
        gateway = new Gateway(
                issuer, backend, backend, backend, "linli.security.clock-skew=0s", "linli.security.refresh=300ms");
    }

    @AfterEach
    void stop() {
        gateway.close();
        backend.close();
        issuer.close();
    }

    @Test
    void refuses_what_is_no_valid_token_and_asks_no_service() {
        Map<String, Supplier<String>> tokens = Map.of(
                "ended",
                () -> issuer.token(
                        "hq",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(1)))),
                "without an end",
                () -> issuer.token("hq", claims -> claims.expirationTime(null)),
                "not valid yet",
                () -> issuer.token(
                        "hq",
                        claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(60)))),
                "of another issuer",
                () -> issuer.token("hq", claims -> claims.issuer("https://other.example")),
                "for another audience",
                () -> issuer.token("hq", claims -> claims.audience("other")),
                "without a subject",
                () -> issuer.token(null),
                "forged",
                () -> issuer.forged("hq"),
                "unsigned (alg none)",
                () -> issuer.unsigned("hq"),
                "signed with the public key (HS256)",
                () -> issuer.signedWithThePublicKey("hq"),
                "no token at all",
                () -> "nonsense");

        tokens.forEach((kind, token) -> assertRefused(kind, get(token.get())));
        assertRefused("of an unknown key", get(issuer.ofUnknownKey("hq")));
        assertThat(backend.seen).isEmpty();
    }

    @Test
    void believes_no_token_longer_than_five_minutes_whatever_end_it_names() {
        Date end = Date.from(Instant.now().plusSeconds(3600));
        String fresh = issuer.token("hq", claims -> claims.expirationTime(end));
        String old = issuer.token(
                "hq",
                claims -> claims.expirationTime(end)
                        .issueTime(Date.from(Instant.now().minusSeconds(301))));

        assertThat(get(fresh).statusCode()).isEqualTo(200);
        assertRefused("old", get(old));
        assertRefused("of no time", get(issuer.token("hq", claims -> claims.issueTime(null))));
    }

    @Test
    void ends_the_tokens_of_a_session_at_once_when_its_issuer_says_that_it_has_ended() {
        String ended = issuer.token("hq", claims -> claims.claim("sid", "s1"));
        String other = issuer.token("hq", claims -> claims.claim("sid", "s2"));
        assertThat(get(ended).statusCode()).isEqualTo(200);

        HttpResponse<String> answer = logOut(issuer.logoutToken(claims -> claims.claim("sid", "s1")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertRefused("of the ended session", get(ended));
        assertRefused(
                "of the ended session, not seen before",
                get(issuer.token(
                        "another",
                        claims -> claims.claim("sid", "s1")
                                .issueTime(Date.from(Instant.now().minusSeconds(9))))));
        assertThat(get(other).statusCode()).isEqualTo(200);
    }

    @Test
    void ends_all_tokens_of_a_subject_that_has_ended_and_not_those_issued_later() {
        Date then = Date.from(Instant.now().minusSeconds(10));
        String first =
                issuer.token("machine", claims -> claims.claim("sid", "s1").issueTime(then));
        String second = issuer.token("machine", claims -> claims.issueTime(then));
        String stranger = issuer.token("hq", claims -> claims.issueTime(then));
        assertThat(get(first).statusCode()).isEqualTo(200);

        logOut(issuer.logoutToken(claims ->
                claims.subject("machine").issueTime(Date.from(Instant.now().minusSeconds(5)))));

        assertRefused("with a session", get(first));
        assertRefused("without one", get(second));
        assertThat(get(stranger).statusCode()).isEqualTo(200);
        assertThat(get(issuer.token("machine")).statusCode()).isEqualTo(200);
    }

    @Test
    void takes_no_other_token_for_a_logout() {
        String token = issuer.token("hq", claims -> claims.claim("sid", "s1"));
        assertThat(get(token).statusCode()).isEqualTo(200);

        List.of(
                        token,
                        "nonsense",
                        issuer.logoutToken(claims -> claims),
                        issuer.logoutToken(claims -> claims.claim("sid", "s1").claim("nonce", "n")),
                        issuer.logoutToken(claims -> claims.claim("sid", "s1").audience("linli")),
                        issuer.logoutToken(claims -> claims.claim("sid", "s1").issuer("https://other.example")),
                        issuer.logoutToken(claims -> claims.claim("sid", "s1").claim("events", Map.of())),
                        issuer.logoutToken(claims -> claims.claim("sid", "s1")
                                .expirationTime(Date.from(Instant.now().minusSeconds(5)))))
                .forEach(none -> assertThat(logOut(none).statusCode()).as(none).isEqualTo(400));
        assertThat(gateway.post("/backchannel-logout", "", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get(token).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> logOut(String token) {
        return gateway.post(
                "/backchannel-logout", "logout_token=" + token, "Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void refuses_a_request_without_a_token_or_with_another_scheme() {
        assertRefused("none", gateway.get("/api/company/units"));
        assertRefused("basic", gateway.get("/api/company/units", "Authorization", "Basic aHE6bGlubGktZGVtbw=="));
        assertRefused("in the address", gateway.get("/api/company/units?access_token=" + issuer.token("hq")));
        assertRefused("docs by POST", gateway.post("/api/company/v3/api-docs", ""));
        assertThat(gateway.get("/api/company/units").headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer");
    }

    @Test
    void checks_a_token_once_and_remembers_it_until_it_ends() {
        String token = issuer.token(
                "hq", claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(3))));

        for (int i = 0; i < 20; i++) {
            assertThat(get(token).statusCode()).isEqualTo(200);
        }
        await().atMost(Duration.ofSeconds(6)).until(() -> get(token).statusCode() == 401);
    }

    @Test
    void forgets_tokens_whose_key_was_withdrawn_and_takes_those_of_the_new_one() {
        String old = issuer.token("hq");
        assertThat(get(old).statusCode()).isEqualTo(200);

        issuer.withdrawKey();

        await().atMost(Duration.ofSeconds(5)).until(() -> get(old).statusCode() == 401);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> get(issuer.token("hq")).statusCode() == 200);
    }

    @Test
    void forgets_them_also_where_a_token_of_the_new_key_comes_before_the_keys_are_asked_for_again() {
        String old = issuer.token("hq");
        assertThat(get(old).statusCode()).isEqualTo(200);

        issuer.withdrawKey();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> get(issuer.token("hq")).statusCode() == 200);
        assertRefused("of the withdrawn key", get(old));
    }

    @Test
    void keeps_people_signed_in_while_the_issuer_is_away_and_names_it_to_newcomers() {
        String known = issuer.token("hq");
        assertThat(get(known).statusCode()).isEqualTo(200);
        String ofAnotherKey = issuer.ofUnknownKey("hq");
        issuer.close();

        assertThat(get(known).statusCode()).isEqualTo(200);
        assertThat(get(issuer.token("city")).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            HttpResponse<String> answer = get(ofAnotherKey);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("identity provider").contains("身份服务");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
    }

    private HttpResponse<String> get(String token) {
        return gateway.get("/api/company/units", "Authorization", "Bearer " + token);
    }

    private static void assertRefused(String kind, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(kind).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).as(kind).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).as(kind).isPresent();
        assertThat(json(answer).path("type").asString())
                .as(kind)
                .isEqualTo("https://linli.org/problems/unauthenticated");
    }
}
