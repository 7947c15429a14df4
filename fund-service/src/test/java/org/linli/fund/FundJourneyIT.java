package org.linli.fund;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.security.Role;
import org.linli.platform.testing.DatabaseFingerprint;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestEvent;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.testing.history.History;
import org.linli.platform.testing.history.Obligation;
import org.linli.platform.testing.history.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Accepted statements on a real broker become obligations, entries and events; money moves; the sums agree. */
@LinliTest
class FundJourneyIT {

    private static final long SEED = Long.getLong("linli.seed", 20_260_403L);
    private static final String TOPIC = "linli.fund.return-obligation";

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    @Autowired
    DatabaseFingerprint fingerprint;

    FundSteps fund;

    @BeforeEach
    void begin() {
        fund = new FundSteps(http, kafka);
    }

    @Test
    void a_year_of_statements_is_owed_funded_and_accounted_for_and_a_redelivery_changes_nothing() {
        String street = Histories.freshStreet();
        History history = Histories.seeded(SEED)
                .street(street)
                .branches(6)
                .periods("2026-01", 12)
                .make();
        String city = street.substring(0, 4);
        kafka.publish(FundSteps.registered(history.units()));
        List<TestEvent> events = fund.accepted(history);

        obligationsAreThoseOf(history, city);
        ledgerOwes(city, history.owed(city));
        eventsTell(history);
        redeliveryChangesNothing(events, city);
    }

    private void obligationsAreThoseOf(History history, String city) {
        List<JsonNode> items = fund.all(Role.HQ, city, "/api/fund/obligations?limit=17&within=" + city);
        assertThat(items).hasSize(history.latest().size());
        for (JsonNode item : items) {
            String unit = item.get("unit").asString();
            Obligation expected = history.obligation(unit, item.get("period").asString());
            assertThat(item.get("owed").asString()).isEqualTo(expected.owed().toPlainString());
            assertThat(item.get("base").asString())
                    .isEqualTo(expected.base().setScale(2).toPlainString());
            assertThat(item.get("rate").asString()).isEqualTo("0.2000");
            assertThat(item.get("name").asString()).isEqualTo("社区 " + unit);
        }
    }

    private void ledgerOwes(String city, BigDecimal owed) {
        JsonNode balance = fund.get(Role.AUDITOR, city, "/api/fund/ledger/trial-balance");
        assertThat(balance.get("debits").asString())
                .isEqualTo(balance.get("credits").asString());
        assertThat(balance.get("accounts").findValuesAsString("account")).containsExactly("1002", "1221", "2241");
        assertThat(balance.get("accounts").findValuesAsString("balance"))
                .containsExactly("0.00", owed.toPlainString(), owed.toPlainString());
        assertThat(fund.all(Role.AUDITOR, city, "/api/fund/ledger/entries?limit=50"))
                .hasSize(balance.get("entries").asInt());
        assertThat(fund.get(Role.AUDITOR, city, "/api/fund/ledger/invariants")
                        .get("hold")
                        .asBoolean())
                .isTrue();
        JsonNode total = fund.get(Role.CITY, city, "/api/fund/compliance/" + city + "?by=total")
                .get("items")
                .get(0);
        assertThat(total.get("owed").asString()).isEqualTo(owed.toPlainString());
        assertThat(total.get("outstanding").asString()).isEqualTo(owed.toPlainString());
    }

    /** One event for each accepted version, numbered without gaps by branch and period. */
    private void eventsTell(History history) {
        Map<String, Long> next = new HashMap<>();
        Awaitility.await("all events are on the topic")
                .until(() -> accrued(history).size() == history.statements().size());
        for (ConsumerRecord<String, byte[]> record : accrued(history)) {
            String subject = header(record, "ce_subject");
            assertThat(Long.parseLong(header(record, "ce_sequence"))).isEqualTo(next.merge(subject, 1L, Long::sum));
            assertThat(header(record, "ce_correlationid")).startsWith("test-");
            assertThat(subject).startsWith(record.key());
        }
    }

    private List<ConsumerRecord<String, byte[]>> accrued(History history) {
        List<String> subjects =
                history.latest().stream().map(Statement::subject).toList();
        return kafka.records(TOPIC).stream()
                .filter(record -> subjects.contains(header(record, "ce_subject")))
                .filter(record -> header(record, "ce_type").equals("linli.fund.return-obligation.accrued.v1"))
                .toList();
    }

    private void redeliveryChangesNothing(List<TestEvent> events, String city) {
        Map<String, String> before = fingerprint.take();
        kafka.publish(events);
        List<TestEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(SEED));
        kafka.publish(shuffled);
        ConsumerLag.awaitNone(kafka, "fund.obligation");
        assertThat(fingerprint.take()).isEqualTo(before);
        assertThat(fund.get(Role.AUDITOR, city, "/api/fund/ledger/invariants")
                        .get("hold")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void money_that_moves_covers_the_obligation_and_a_correction_posts_the_difference() {
        String branch = Histories.freshStreet() + "101";
        fund.accepted(branch, "2026-03", 1, "1000.00");
        assertThat(fund.fund(branch, "2026-03", "150.00", "ICBC-1").getStatus().value())
                .isEqualTo(201);
        fund.accepted(branch, "2026-03", 2, "500.00");

        JsonNode one = fund.get(Role.BRANCH_CLERK, branch, "/api/fund/obligations/" + branch + "/2026-03");
        assertThat(one.get("state").asString()).isEqualTo("OVERFUNDED");
        assertThat(one.get("owed").asString()).isEqualTo("100.00");
        assertThat(one.get("outstanding").asString()).isEqualTo("0.00");
        assertThat(one.get("accruals").findValuesAsString("change")).containsExactly("200.00", "-100.00");
        assertThat(one.get("fundings").findValuesAsString("amount")).containsExactly("150.00");

        assertThat(balances(branch)).containsExactly("150.00", "-50.00", "100.00");
        assertThat(typesOf(branch + "/2026-03")).containsExactly("accrued.v1", "funded.v1", "accrued.v1");
    }

    private List<String> balances(String branch) {
        return fund.get(Role.HQ, branch, "/api/fund/ledger/trial-balance")
                .get("accounts")
                .findValuesAsString("balance");
    }

    private List<String> typesOf(String subject) {
        Awaitility.await("three events")
                .until(() -> kafka.records(TOPIC).stream()
                                .filter(record -> header(record, "ce_subject").equals(subject))
                                .count()
                        == 3);
        return kafka.records(TOPIC).stream()
                .filter(record -> header(record, "ce_subject").equals(subject))
                .map(record -> header(record, "ce_type").replace(TOPIC + ".", ""))
                .toList();
    }

    @Test
    void a_statement_that_cannot_be_trusted_goes_to_the_dead_letters_and_holds_nobody_up() {
        String street = Histories.freshStreet();
        TestEvent poison = TestEvent.of(
                "linli.company.revenue-statement",
                "linli.company.revenue-statement.accepted.v1",
                street + "101/2026-03",
                street + "101",
                1,
                Map.of("unit", street + "101", "period", "2026-03", "version", 1));
        fund.acceptedAtOnce(street, List.of(FundSteps.statement(street + "102", "2026-03", 1, "10.00")));
        kafka.publish(List.of(poison, FundSteps.statement(street + "101", "2026-04", 1, "10.00")));
        fund.awaitCounted(street, 2);
        Awaitility.await("the dead letter")
                .until(() -> kafka.records("linli.company.revenue-statement.dead").stream()
                        .filter(letter ->
                                header(letter, "ce_id").equals(poison.id().toString()))
                        .anyMatch(letter -> header(letter, "linli-consumer").equals("fund.obligation")
                                && header(letter, "linli-reason").contains("missing")));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
