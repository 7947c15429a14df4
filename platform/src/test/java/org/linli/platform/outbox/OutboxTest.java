package org.linli.platform.outbox;

import org.awaitility.Awaitility;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.sample.Notes;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.security.Role;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class OutboxTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    TestDatabase database;

    @Autowired
    TestKafka kafka;

    @Autowired
    TestHttp http;

    @Test
    void append_demands_an_open_transaction() {
        StepVerifier.create(outbox.append(List.of(event("nobody", 1))))
                .expectError(IllegalStateException.class)
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void a_transaction_that_fails_leaves_no_event() {
        StepVerifier.create(outbox.append(List.of(event("rolled-back", 1)))
                        .then(Mono.<Void>error(new IllegalArgumentException("changed my mind")))
                        .as(transaction::transactional))
                .expectError(IllegalArgumentException.class)
                .verify(Duration.ofSeconds(10));
        assertThat(database.number("SELECT count(*) FROM outbox WHERE subject = 'rolled-back'"))
                .isZero();
    }

    @Test
    void an_event_that_kafka_would_refuse_is_refused_before_it_is_appended() {
        StepVerifier.create(outbox.append(List.of(new OutgoingEvent(
                                Notes.TOPIC, "t", "huge", "k", 1, Map.of("text", "长".repeat(2_600_000)))))
                        .as(transaction::transactional))
                .expectError(IllegalArgumentException.class)
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void correlation_id_and_trace_cross_kafka() {
        String unit = Histories.freshStreet() + "101";
        http.as(Role.BRANCH_CLERK, unit)
                .post()
                .uri("/api/sample/notes")
                .header("X-Correlation-Id", "seen-" + unit)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .bodyValue(Map.of("unit", unit, "text", "夜市", "amount", "12.30"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("X-Correlation-Id", "seen-" + unit);

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> received(unit) == 1);
        var record = kafka.records(Notes.TOPIC).stream()
                .filter(r -> r.key().equals(unit))
                .findFirst()
                .orElseThrow();
        assertThat(RelayFixture.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(RelayFixture.header(record, "ce_source")).isEqualTo("/linli/sample");
        assertThat(RelayFixture.header(record, "ce_type")).isEqualTo("linli.sample.note.written.v1");
        assertThat(RelayFixture.header(record, "ce_subject")).isEqualTo(unit);
        assertThat(RelayFixture.header(record, "ce_sequence")).isEqualTo("1");
        assertThat(RelayFixture.header(record, "ce_correlationid")).isEqualTo("seen-" + unit);
        assertThat(RelayFixture.header(record, "content-type")).isEqualTo("application/json");
        assertThat(RelayFixture.header(record, "traceparent")).startsWith("00-" + TRACE + "-");
        assertThat(new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"12.30\"", "夜市");
        assertThat(database.number("SELECT count(*) FROM given WHERE subject = '" + unit + "' AND correlation = 'seen-"
                        + unit + "'"))
                .isEqualTo(1);
    }

    private long received(String subject) {
        return database.number(
                "SELECT count(*) FROM given WHERE consumer = 'sample.notes' AND subject = '" + subject + "'");
    }

    private static OutgoingEvent event(String subject, long sequence) {
        return new OutgoingEvent(
                Notes.TOPIC, "t", subject, subject, sequence, Map.of("amount", Money.parse("CNY 1.00")));
    }
}
