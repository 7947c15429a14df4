package org.linli.company.share;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.company.CompanySteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.GoldenEvents;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestEvent;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A partner's confirmed share arrives in the branch's books by event, once. */
@LinliTest
class SharesAreBookedIT {

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    private CompanySteps steps;
    private String branch;

    @BeforeEach
    void a_branch() {
        kafka.topic(ShareConfirmedV1.TOPIC);
        kafka.topic(ShareConfirmedV1.TOPIC + ".dead");
        steps = new CompanySteps(http);
        branch = Histories.freshStreet() + "101";
        steps.register(branch);
    }

    @Test
    void the_documented_event_becomes_an_entry_that_reaches_hq_and_a_redelivery_changes_nothing() {
        TestEvent share = event(branch, 1, "1500.00", "15.00", "1");
        TestEvent correction = event(branch, 2, "-0.01", "0.00", "2");
        TestEvent nothing = event(branch, 3, "0.00", "0.00", "3");
        kafka.publish(List.of(share, share, correction, nothing));
        List<JsonNode> entries = awaitEntries(2);
        assertThat(entries).extracting(entry -> entry.get("gross").asString()).containsExactly("1500.00", "-0.01");
        JsonNode first = entries.getFirst();
        assertThat(first.get("partner").asString()).isEqualTo("杏林堂诊所");
        assertThat(first.get("project").asString()).isEqualTo("颈肩调理");
        assertThat(first.get("line").asString()).isEqualTo("WELLNESS_CARE");
        assertThat(first.get("tax").asString()).isEqualTo("15.00");
        assertThat(first.get("date").asString()).isEqualTo("2026-03-31");

        kafka.publish(List.of(
                share,
                correction,
                TestEvent.of(share.topic(), share.type(), share.subject(), share.key(), 4, share.data())));
        kafka.publish(List.of(event(branch, 5, "0.02", "0.00", "5")));
        assertThat(awaitEntries(3)).hasSize(3);
        steps.accept(steps.submit(branch, "2026-03"));
        steps.awaitConsolidated(branch, 1);
        JsonNode total = steps.get(Role.HQ, branch, "/consolidation/" + branch + "?from=2026-03&to=2026-03")
                .get("total");
        assertThat(total.get("gross").asString()).isEqualTo("1500.01");
    }

    @Test
    void what_the_rules_refuse_goes_to_the_dead_letters_with_their_reason() {
        String unknown = branch.substring(0, 9) + "199";
        kafka.publish(List.of(event(unknown, 1, "1.00", "2.00", "1"), event(branch, 1, "7.00", "0.00", "1")));
        assertThat(awaitEntries(1).getFirst().get("gross").asString()).isEqualTo("7.00");
        ConsumerRecord<String, byte[]> dead = Awaitility.await("the dead letter")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> kafka.records(ShareConfirmedV1.TOPIC + ".dead").stream()
                                .filter(record -> unknown.equals(record.key()))
                                .findFirst()
                                .orElse(null),
                        record -> record != null);
        assertThat(new String(dead.headers().lastHeader("linli-reason").value(), StandardCharsets.UTF_8))
                .contains("unit not a known branch", "tax larger than gross");
    }

    @Test
    void what_was_refused_is_booked_in_order_and_once_when_the_cause_is_mended() {
        String late = branch.substring(0, 9) + "198";
        kafka.publish(List.of(event(late, 1, "30.00", "0.00", "1"), event(late, 2, "-0.01", "0.00", "2")));
        Awaitility.await("both are dead letters")
                .atMost(Duration.ofSeconds(30))
                .until(() -> deadLetters(late).get("total").asInt() == 2);
        assertThat(redrive(late).get("left").get(0).get("reason").asString()).contains("unit not a known branch");
        steps.register(late);
        assertThat(redrive(late).get("taken").asInt()).isEqualTo(2);
        assertThat(redrive(late).get("taken").asInt()).isZero();
        assertThat(deadLetters(late).get("total").asInt()).isZero();
        assertThat(steps.get(Role.BRANCH_CLERK, late, "/entries?unit=" + late).get("items"))
                .extracting(entry -> entry.get("gross").asString())
                .containsExactlyInAnyOrder("30.00", "-0.01");
    }

    private JsonNode deadLetters(String unit) {
        return steps.get(Role.HQ, "*", "/operations/dead-letters?consumer=company.share&subject=" + subject(unit));
    }

    private JsonNode redrive(String unit) {
        byte[] answer = http.as(Role.HQ, "*")
                .post()
                .uri("/api/company/operations/dead-letters/redrive")
                .bodyValue(Map.of("consumer", "company.share", "subject", subject(unit)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(answer);
    }

    private static String subject(String unit) {
        return "agreement-" + unit + "/2026-03";
    }

    private List<JsonNode> awaitEntries(int count) {
        return Awaitility.await(count + " entries of " + branch)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> steps.get(Role.BRANCH_CLERK, branch, "/entries?unit=" + branch)
                                .get("items")
                                .valueStream()
                                .toList(),
                        found -> found.size() >= count);
    }

    /** The golden example with another branch and other amounts. */
    private static TestEvent event(String unit, long sequence, String change, String tax, String version) {
        ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(GoldenEvents.golden(ShareConfirmedV1.TYPE));
        data.put("unit", unit).put("change", change).put("tax", tax).put("entryNo", "SHARE-" + unit + "-" + version);
        return TestEvent.of(ShareConfirmedV1.TOPIC, ShareConfirmedV1.TYPE, subject(unit), unit, sequence, data);
    }
}
