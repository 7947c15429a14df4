package org.linli.platform.idempotency;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.security.Role;
import org.linli.platform.testing.DatabaseFingerprint;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class IdempotentCommandsTest {

    @Autowired
    TestHttp http;

    @Autowired
    TestDatabase database;

    @Autowired
    DatabaseFingerprint fingerprint;

    private String unit;
    private WebTestClient clerk;

    @BeforeEach
    void newUnit() {
        unit = Histories.freshStreet() + "101";
        clerk = http.as(Role.BRANCH_CLERK, unit);
    }

    @Test
    void the_same_command_again_gets_the_same_answer_and_has_no_effect() {
        byte[] first = send("k1", "1.00")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .returnResult()
                .getResponseBody();
        send("k1", "1.00")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true")
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .consumeWith(again -> assertThat(again.getResponseBody()).isEqualTo(first));
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void an_answer_kept_by_a_release_that_said_more_is_given_with_what_is_still_known() {
        send("k1", "1.00").expectStatus().isCreated();
        int changed = database.execute("""
                UPDATE idempotency SET answer = (answer::jsonb || '{"dropped": {"since": 1}}')::text
                WHERE key = 'k1' AND answer::jsonb ->> 'unit' = '%s'
                """.formatted(unit));
        assertThat(changed).isEqualTo(1);
        send("k1", "1.00")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true")
                .expectBody()
                .jsonPath("$.unit")
                .isEqualTo(unit)
                .jsonPath("$.dropped")
                .doesNotExist();
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_payload_is_refused() {
        send("k1", "1.00").expectStatus().isCreated();
        send("k1", "1.01")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://linli.org/problems/idempotency-key-reused");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void the_same_key_of_another_caller_is_another_command() {
        send("k1", "1.00").expectStatus().isCreated();
        clerk = http.as(Role.BRANCH_HEAD, unit);
        send("k1", "1.00").expectStatus().isCreated().expectHeader().doesNotExist("Idempotency-Replayed");
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void twenty_at_once_have_one_effect() throws Exception {
        try (var pool = Executors.newFixedThreadPool(20)) {
            List<Callable<Integer>> calls = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(i -> () -> send("k1", "1.00")
                            .expectBody()
                            .returnResult()
                            .getStatus()
                            .value())
                    .toList();
            for (Future<Integer> status : pool.invokeAll(calls)) {
                assertThat(status.get()).isEqualTo(201);
            }
        }
        assertThat(notes()).isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM outbox WHERE subject = '" + unit + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_refused_command_leaves_nothing_and_may_be_sent_again() {
        Map<String, String> before = fingerprint.take();
        clerk = http.bearing(
                org.linli.platform.testing.TestTokens.tokenOf("clerk-" + unit, List.of(Role.BRANCH_CLERK), "9999"));
        send("k1", "1.00").expectStatus().isNotFound();
        assertThat(fingerprint.take()).isEqualTo(before);
        clerk = http.bearing(
                org.linli.platform.testing.TestTokens.tokenOf("clerk-" + unit, List.of(Role.BRANCH_CLERK), unit));
        send("k1", "1.00").expectStatus().isCreated();
    }

    @Test
    void a_key_is_needed_and_must_be_visible() {
        for (String key : List.of("", "a b", "k".repeat(201))) {
            send(key, "1.00")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("Idempotency-Key");
        }
        send("k".repeat(200), "1.00").expectStatus().isCreated();
    }

    private WebTestClient.ResponseSpec send(String key, String amount) {
        return clerk.post()
                .uri("/api/sample/notes")
                .header("Idempotency-Key", key)
                .bodyValue(Map.of("unit", unit, "text", "夜市", "amount", amount))
                .exchange();
    }

    private long notes() {
        return database.number("SELECT count(*) FROM note WHERE unit = '" + unit + "'");
    }
}
