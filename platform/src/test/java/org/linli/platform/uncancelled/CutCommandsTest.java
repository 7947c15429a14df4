package org.linli.platform.uncancelled;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.security.Role;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestTokens;
import org.linli.platform.testing.history.Histories;
import org.linli.testing.CutLine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class CutCommandsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CUTS = 300;

    @Autowired
    TestHttp http;

    @Autowired
    TestDatabase database;

    @Autowired
    DatabaseClient client;

    @Autowired
    TransactionalOperator transaction;

    private String unit;
    private String token;

    @BeforeEach
    void newUnit() {
        unit = Histories.freshStreet() + "101";
        token = TestTokens.token(Role.BRANCH_CLERK, unit);
    }

    @Test
    void a_command_whose_line_is_cut_has_state_event_and_answer_or_none_of_them() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var line = new CutLine(http.base());
        for (int i = 0; i < CUTS; i++) {
            line.send("POST", "/api/sample/notes", headers("cut-" + i), body("note " + i), random.nextInt(15_000));
        }
        awaitNothingUnderWay();
        assertThat(torn())
                .as("keys without their note and answer, seed %d", seed)
                .isZero();
        assertThat(notes()).as("seed %d", seed).isEqualTo(events()).isEqualTo(keys());

        for (int i = 0; i < CUTS; i++) {
            resend("cut-" + i, "note " + i);
        }
        assertThat(notes()).as("seed %d", seed).isEqualTo(CUTS);
        assertThat(events()).as("seed %d", seed).isEqualTo(CUTS);
        assertThat(database.number("SELECT count(DISTINCT text) FROM note WHERE unit = '" + unit + "'"))
                .isEqualTo(CUTS);
        assertThat(database.number("SELECT max(sequence) FROM outbox WHERE subject = '" + unit + "'"))
                .isEqualTo(CUTS);
    }

    @Test
    void a_cancelled_transaction_runs_to_its_end() {
        Sinks.Empty<Void> begun = Sinks.empty();
        Sinks.Empty<Void> goOn = Sinks.empty();
        var waiting = client.sql("INSERT INTO note (unit, text, amount) VALUES (:unit, '夜市', 1)")
                .bind("unit", unit)
                .then()
                .then(Mono.fromRunnable(begun::tryEmitEmpty))
                .then(goOn.asMono())
                .as(transaction::transactional)
                .subscribe();
        begun.asMono().block(LIMIT);
        waiting.dispose();
        assertThat(notes()).isZero();
        goOn.tryEmitEmpty();
        Awaitility.await().atMost(LIMIT).until(() -> notes() == 1);
    }

    private Map<String, String> headers(String key) {
        return Map.of("Authorization", "Bearer " + token, "Idempotency-Key", key, "Content-Type", "application/json");
    }

    private byte[] body(String text) {
        return "{\"unit\":\"%s\",\"text\":\"%s\",\"amount\":\"1.00\"}"
                .formatted(unit, text)
                .getBytes(UTF_8);
    }

    private void resend(String key, String text) {
        WebTestClient caller = http.bearing(token);
        caller.post()
                .uri("/api/sample/notes")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body(text))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo(text);
    }

    /** A hung-up command may still be on its way: until no statement runs, and no transaction is open. */
    private void awaitNothingUnderWay() {
        var stable = new long[] {-1, 0};
        Awaitility.await("no transaction is left open")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    long notes = notes();
                    stable[1] = notes == stable[0] && openTransactions() == 0 ? stable[1] + 1 : 0;
                    stable[0] = notes;
                    return stable[1] == 5;
                });
    }

    private long openTransactions() {
        return database.number("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'
                """);
    }

    private long torn() {
        return database.number(
                "SELECT count(*) FROM idempotency WHERE caller LIKE '%" + unit + "%' AND status IS NULL");
    }

    private long keys() {
        return database.number(
                "SELECT count(*) FROM idempotency WHERE key LIKE 'cut-%' AND answer LIKE '%" + unit + "%'");
    }

    private long notes() {
        return database.number("SELECT count(*) FROM note WHERE unit = '" + unit + "'");
    }

    private long events() {
        return database.number("SELECT count(*) FROM outbox WHERE subject = '" + unit + "'");
    }
}
