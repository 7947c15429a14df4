package org.linli.gateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.gateway.Gateway.json;

class BreakerTest {

    Issuer issuer;
    StubBackend company;
    StubBackend fund;
    Gateway gateway;
    String bearer;

    @BeforeEach
    void start() {
        issuer = new Issuer();
        company = new StubBackend("company");
        fund = new StubBackend("fund");
        gateway = new Gateway(
                issuer,
                company,
                company,
                fund,
                "linli.gateway.wait.answer=300ms",
                "linli.gateway.breaker.calls=6",
                "linli.gateway.breaker.pause=1s");
        bearer = "Bearer " + issuer.token("hq");
    }

    @AfterEach
    void stop() {
        gateway.close();
        company.close();
        fund.close();
        issuer.close();
    }

    @Test
    void answers_504_for_a_slow_part_and_names_it() {
        HttpResponse<String> answer = post("/api/fund/slow");

        assertFailure(answer, 504, "part-too-slow", "fund-service");
        assertThat(fund.seen).hasSize(1);
    }

    @Test
    void answers_503_for_a_part_that_is_down_while_the_others_go_on() {
        fund.stop();

        assertFailure(get("/api/fund/policies"), 503, "part-down", "fund-service");
        assertFailure(post("/api/fund/fundings"), 503, "part-down", "fund-service");
        assertThat(get("/api/company/units").statusCode()).isEqualTo(200);
        HttpResponse<String> health = gateway.get("/health");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(json(health).path("en").asString()).isEqualTo("fund-service cannot be reached");
        assertThat(json(health).path("zh").asString()).isEqualTo("返还基金服务无法连接");
    }

    @Test
    void repeats_a_get_once_when_the_connection_breaks_and_a_post_never() {
        assertThat(get("/api/fund/break-once").statusCode()).isEqualTo(200);
        assertThat(fund.seen).hasSize(2);
        fund.seen.clear();

        assertFailure(get("/api/fund/break"), 502, "part-broke-off", "fund-service");
        assertThat(fund.seen).hasSize(2);
        fund.seen.clear();

        for (int i = 1; i <= 3; i++) {
            assertFailure(post("/api/fund/break"), 502, "part-broke-off", "fund-service");
            assertThat(fund.seen).hasSize(i);
        }
    }

    @Test
    void never_sends_a_post_twice_on_a_connection_that_the_part_has_closed_at_rest() {
        assertThat(post("/api/fund/fundings").statusCode()).isEqualTo(200);
        fund.seen.clear();

        assertFailure(post("/api/fund/break"), 502, "part-broke-off", "fund-service");

        assertThat(fund.seen).hasSize(1);
    }

    @Test
    void stops_asking_a_part_that_fails_and_asks_again_after_the_pause() {
        fund.stop();
        for (int i = 0; i < 6; i++) {
            assertThat(post("/api/fund/fundings").statusCode()).isEqualTo(503);
        }
        fund.startAgain();

        HttpResponse<String> whileOpen = post("/api/fund/fundings");
        assertFailure(whileOpen, 503, "part-down", "fund-service");
        assertThat(fund.seen).isEmpty();
        assertThat(get("/api/company/units").statusCode()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> post("/api/fund/fundings").statusCode() == 200);
        for (int i = 0; i < 10; i++) {
            assertThat(post("/api/fund/fundings").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void stops_asking_a_part_that_says_it_is_unwell_but_not_for_refusals() {
        for (int i = 0; i < 12; i++) {
            assertThat(get("/api/fund/problem").statusCode()).isEqualTo(422);
        }
        for (int i = 0; i < 6; i++) {
            assertThat(get("/api/fund/unwell").statusCode()).isEqualTo(503);
        }
        fund.seen.clear();

        assertFailure(get("/api/fund/policies"), 503, "part-down", "fund-service");
        assertThat(fund.seen).isEmpty();
    }

    @Test
    void goes_on_asking_a_part_of_which_one_kind_of_work_is_full() {
        for (int i = 0; i < 12; i++) {
            assertThat(get("/api/fund/busy").statusCode()).isEqualTo(503);
        }

        assertThat(get("/api/fund/policies").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) {
        return gateway.get(path, "Authorization", bearer);
    }

    private HttpResponse<String> post(String path) {
        return gateway.post(path, "{}", "Authorization", bearer, "Idempotency-Key", "k");
    }

    private static void assertFailure(HttpResponse<String> answer, int status, String slug, String part) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(json(answer).path("type").asString()).isEqualTo("https://linli.org/problems/" + slug);
        assertThat(json(answer).path("detail").asString()).contains(part);
    }
}
