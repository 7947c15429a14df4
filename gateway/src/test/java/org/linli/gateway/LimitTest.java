package org.linli.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LimitTest {

    static Issuer issuer;
    static StubBackend backend;
    static Gateway gateway;

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        backend = new StubBackend("all");
        gateway = new Gateway(
                issuer,
                backend,
                backend,
                backend,
                "linli.gateway.limit.per-second=1",
                "linli.gateway.limit.burst=5",
                "linli.gateway.limit.anonymous-per-second=1",
                "linli.gateway.limit.anonymous-burst=8",
                "linli.gateway.edge.trusted-proxies=127.0.0.1");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
        issuer.close();
    }

    @Test
    void grants_a_subject_its_burst_then_says_when_to_come_again() {
        String token = issuer.token("busy");
        String same = issuer.token("busy", claims -> claims.claim("another", "token"));

        for (int i = 4; i >= 0; i--) {
            HttpResponse<String> granted = get(token, "10.0.0.1");
            assertThat(granted.statusCode()).isEqualTo(200);
            assertThat(granted.headers().allValues("RateLimit-Limit")).containsExactly("5");
            assertThat(granted.headers().allValues("RateLimit-Policy")).containsExactly("\"subject\";q=5;w=5");
            assertThat(granted.headers().firstValue("RateLimit").orElse("")).matches("\"subject\";r=" + i + ";t=[0-5]");
            assertThat(granted.headers().firstValueAsLong("RateLimit-Remaining"))
                    .hasValue(i);
        }
        HttpResponse<String> refused = get(same, "10.0.0.2");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(1);
        assertThat(refused.headers().firstValueAsLong("RateLimit-Remaining")).hasValue(0);
        assertThat(refused.headers().firstValue("RateLimit").orElse("")).startsWith("\"subject\";r=0;t=");
        assertThat(refused.headers().firstValueAsLong("RateLimit-Reset").orElse(0))
                .isBetween(1L, 5L);
        assertThat(get(issuer.token("idle"), "10.0.0.3").statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5)).until(() -> get(token, "10.0.0.1").statusCode() == 200);
    }

    @Test
    void limits_strangers_and_bad_tokens_by_address_as_the_trusted_proxy_tells_it() {
        for (int i = 0; i < 8; i++) {
            assertThat(get("nonsense" + i, "10.0.1.1, 127.0.0.1").statusCode()).isEqualTo(401);
        }

        assertThat(get("nonsense", "10.0.1.1").statusCode()).isEqualTo(429);
        assertThat(get("nonsense", "made-up, 10.0.1.1").statusCode()).isEqualTo(429);
        assertThat(gateway.get("/docs", "X-Forwarded-For", "10.0.1.1").statusCode())
                .isEqualTo(429);
        assertThat(get("nonsense", "10.0.1.2").statusCode()).isEqualTo(401);
    }

    @Test
    void says_what_is_left_with_every_answer() {
        for (String path : List.of("/api/company/units", "/nothing/here", "/docs", "/api/company/%2e%2e/units")) {
            HttpResponse<String> answer = gateway.get(path, "X-Forwarded-For", "10.0.2.1");
            assertThat(answer.headers().allValues("RateLimit-Policy"))
                    .as(path + " " + answer.statusCode())
                    .containsExactly("\"address\";q=8;w=8");
            assertThat(answer.headers().allValues("RateLimit")).hasSize(1);
        }
        HttpResponse<String> badToken = get("nonsense", "10.0.2.2");
        assertThat(badToken.statusCode()).isEqualTo(401);
        assertThat(badToken.headers().allValues("RateLimit-Policy")).containsExactly("\"address\";q=8;w=8");
    }

    private static HttpResponse<String> get(String token, String from) {
        return gateway.get("/api/company/units", "Authorization", "Bearer " + token, "X-Forwarded-For", from);
    }
}
