package org.linli.company.consolidation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.security.Role;
import org.linli.platform.testing.DatabaseFingerprint;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestEvent;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.testing.history.History;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** From the topic to the figures and back again, over real Kafka and PostgreSQL. */
@LinliTest
class ConsolidationIT {

    private static final String TOPIC = "linli.company.revenue-statement";

    @Autowired
    TestKafka kafka;

    @Autowired
    TestHttp http;

    @Autowired
    TestDatabase database;

    @Autowired
    DatabaseFingerprint fingerprint;

    @Autowired
    MeterRegistry metrics;

    private ConsolidationSteps steps;

    @BeforeEach
    void set_up() {
        steps = new ConsolidationSteps(http, kafka);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void every_figure_at_every_level_equals_the_sum_of_the_entries(long seed) {
        steps.assertFiguresOf(steps.taken(seed));
    }

    @Test
    void redelivery_of_the_whole_topic_changes_nothing() {
        History history = steps.taken(21);
        long before = everythingUnder(city(history));

        var again = new ArrayList<>(kafka.records(TOPIC).stream()
                .map(record -> new org.apache.kafka.clients.producer.ProducerRecord<>(
                        TOPIC, null, record.key(), record.value(), record.headers()))
                .toList());
        kafka.send(again);
        History marker = steps.taken(22);

        steps.assertFiguresOf(history);
        steps.assertFiguresOf(marker);
        assertThat(database.number(
                        "SELECT accepted_statements FROM hq_progress WHERE scope = '%s'".formatted(city(history))))
                .isEqualTo(history.statements().stream()
                        .filter(each -> each.unit().startsWith(city(history)))
                        .count());
        assertThat(everythingUnder(city(history))).isEqualTo(before);
    }

    @Test
    void a_rebuild_gives_the_same_figures_to_the_fen() {
        History history = steps.taken(31);
        DatabaseFingerprint figures =
                fingerprint.without("idempotency", "inbox", "inbox_sequence", "hq_progress", "outbox");
        Map<String, String> before = figures.take();

        JsonNode report = steps.rebuild();

        assertThat(report.get("differences").asLong()).isZero();
        assertThat(report.get("events").asLong()).isEqualTo(kafka.records(TOPIC).size());
        assertThat(report.get("cells").asLong())
                .isEqualTo(database.number("SELECT count(*) FROM hq_rebuilt WHERE kind <> 'STATEMENT'"));
        assertThat(figures.take()).isEqualTo(before);
        steps.assertFiguresOf(history);
    }

    @Test
    void a_tampered_cell_is_noticed_and_mended_by_a_rebuild() {
        History history = steps.taken(41);
        String street = history.statements().getFirst().unit().substring(0, 9);
        database.execute("""
                UPDATE hq_line_cell SET gross = gross + 1
                 WHERE ctid = (SELECT min(ctid) FROM hq_line_cell WHERE scope = '%s')""".formatted(street));
        database.execute(
                "DELETE FROM hq_branch_cell WHERE scope = '%1$s' AND branch = (SELECT min(branch) FROM hq_branch_cell WHERE scope = '%1$s')"
                                .formatted(street)
                        + " AND period = '2026-01'");

        assertThat(steps.rebuild().get("differences").asLong()).isEqualTo(2);
        assertThat(steps.rebuild().get("differences").asLong()).isZero();
        steps.assertFiguresOf(history);
    }

    @Test
    void statements_that_the_figures_had_not_come_to_are_no_differences() {
        steps.taken(71);
        History more =
                Histories.seeded(72).street(Histories.freshStreet()).branches(4).make();
        kafka.publish(TestEvent.accepted(more));

        assertThat(steps.rebuild().get("differences").asLong()).isZero();

        steps.awaitAll(more);
        steps.assertFiguresOf(more);
        JsonNode again = steps.rebuild();
        assertThat(again.get("differences").asLong()).isZero();
        assertThat(again.get("notYetTaken").asLong()).isZero();
    }

    @Test
    void a_rebuild_sent_twice_runs_once() {
        var client = http.as(Role.CITY, "*")
                .mutate()
                .defaultHeader("Idempotency-Key", "rebuild-once")
                .build();
        client.post()
                .uri("/api/company/consolidation/rebuilds")
                .exchange()
                .expectStatus()
                .isOk();
        client.post()
                .uri("/api/company/consolidation/rebuilds")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true");
    }

    @Test
    void an_event_that_cannot_be_read_goes_to_the_dead_letters_and_the_others_go_on() {
        String street = Histories.freshStreet();
        History history = Histories.seeded(51).street(street).branches(2).make();
        String stranger = street + "199";
        List<TestEvent> events = new ArrayList<>(TestEvent.accepted(history));
        events.add(
                1,
                TestEvent.of(
                        TOPIC,
                        "linli.company.revenue-statement.accepted.v1",
                        stranger + "/2026-01",
                        stranger,
                        1,
                        Map.of(
                                "statementId",
                                stranger + "-2026-01-1",
                                "unit",
                                "not a code",
                                "period",
                                "2026-01",
                                "version",
                                1,
                                "acceptedAt",
                                "2026-02-01T00:00:00Z",
                                "lines",
                                List.of())));
        kafka.publish(events);
        steps.awaitAll(history);

        steps.assertFiguresOf(history);
        assertThat(steps.rebuild().get("differences").asLong())
                .as("a rebuild passes over it too")
                .isZero();
        Awaitility.await("the dead letter")
                .atMost(Duration.ofSeconds(20))
                .until(() -> kafka.records(TOPIC + ".dead").stream()
                        .filter(letter -> letter.key().equals(stranger))
                        .anyMatch(letter -> new String(letter.headers()
                                        .lastHeader("linli-reason")
                                        .value())
                                .contains("unit is not the code of a branch: not a code")));
    }

    /** A cell holds up to 92 thousand million million yuan; nothing may block the partition for ever. */
    @Test
    void a_figure_beyond_what_a_cell_holds_goes_to_the_dead_letters_and_the_others_go_on() {
        String street = Histories.freshStreet();
        List<TestEvent> events = IntStream.range(101, 1000)
                .mapToObj(branch -> street + branch)
                .filter(branch -> partition(branch) == partition(street + "101"))
                .limit(11)
                .map(ConsolidationIT::enormous)
                .toList();
        kafka.publish(events);
        History history = steps.taken(55);

        steps.assertFiguresOf(history);
        Awaitility.await("nine statements that fit, two dead letters")
                .atMost(Duration.ofSeconds(20))
                .until(() -> steps.get(street + "/progress")
                                        .get("acceptedStatements")
                                        .asLong()
                                == 9
                        && kafka.records(TOPIC + ".dead").stream()
                                        .filter(letter -> letter.key().startsWith(street))
                                        .count()
                                == 2);
        assertThat(steps.get(street + "?from=2026-01&to=2026-01")
                        .get("total")
                        .get("gross")
                        .asString())
                .isEqualTo("89999999999999999.91");
        assertThat(steps.rebuild().get("differences").asLong()).isZero();
    }

    /** In one partition they come in the same order every time, so that it is always the last two that do not fit. */
    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 6;
    }

    private static TestEvent enormous(String branch) {
        Map<String, Object> line = Map.of(
                "line", "OTHER", "gross", "9999999999999999.99", "tax", "0.00", "directCost", "0.00", "entries", 1);
        Map<String, Object> data = Map.of(
                "statementId",
                branch + "-2026-01-1",
                "unit",
                branch,
                "period",
                "2026-01",
                "version",
                1,
                "acceptedAt",
                "2026-02-01T00:00:00Z",
                "lines",
                List.of(line));
        return TestEvent.of(TOPIC, "linli.company.revenue-statement.accepted.v1", branch + "/2026-01", branch, 1, data);
    }

    @Test
    void units_are_shown_with_the_names_of_the_registry() {
        History history = steps.taken(61);
        String branch = history.statements().getFirst().unit();
        String type = "linli.company.unit.";
        kafka.publish(List.of(
                unit(type + "registered.v1", branch, 1, "旧名"), unit(type + "changed.v1", branch, 2, "东风社区分公司")));

        Awaitility.await("the name")
                .atMost(Duration.ofSeconds(20))
                .until(() -> steps.get(branch + "?from=2026-01&to=2026-02")
                        .get("name")
                        .asString()
                        .equals("东风社区分公司"));
        JsonNode branches = steps.get(branch.substring(0, 9) + "/branches").get("items");
        assertThat(branches.findValuesAsString("name")).contains("东风社区分公司");
    }

    private static TestEvent unit(String type, String code, long sequence, String name) {
        return TestEvent.of(
                "linli.company.unit",
                type,
                code,
                code,
                sequence,
                Map.of(
                        "code",
                        code,
                        "name",
                        name,
                        "unitClass",
                        "VENUE",
                        "level",
                        "COMMUNITY",
                        "more",
                        "is passed over"));
    }

    @Test
    void the_lag_is_measured_and_a_rebuild_is_no_lag() {
        Timer lag = metrics.get("linli.consolidation.lag").timer();
        long before = lag.count();

        History history = steps.taken(99);
        long measured = lag.count();
        steps.rebuild();

        assertThat(measured - before).isEqualTo(history.statements().size());
        assertThat(lag.count()).isEqualTo(measured);
    }

    /** One number for all cells and lines of a city. */
    private long everythingUnder(String city) {
        return database.number("""
                SELECT hashtextextended(string_agg(r::text, ',' ORDER BY r::text COLLATE "C"), 0)
                  FROM hq_rebuilt r WHERE scope LIKE '%s%%'""".formatted(city));
    }

    private static String city(History history) {
        return history.statements().getFirst().unit().substring(0, 4);
    }
}
