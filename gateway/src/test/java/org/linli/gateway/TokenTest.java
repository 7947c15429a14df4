package org.linli.gateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.gateway.Gateway.json;

class TokenTest {

    Issuer issuer;
    Backend backend;
    Gateway gateway;

    @BeforeEach
    void start() {
        issuer = new Issuer();
        backend = new Backend("all");
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
