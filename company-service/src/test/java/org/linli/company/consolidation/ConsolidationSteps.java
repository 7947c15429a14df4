package org.linli.company.consolidation;

import org.awaitility.Awaitility;
import org.linli.platform.security.Role;
import org.linli.platform.testing.TestEvent;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Figures;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.testing.history.History;
import org.linli.platform.testing.history.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests of the consolidation do and look at over HTTP. */
final class ConsolidationSteps {

    private static final String BASE = "/api/company/consolidation/";

    private final TestHttp http;
    private final TestKafka kafka;

    ConsolidationSteps(TestHttp http, TestKafka kafka) {
        this.http = http;
        this.kafka = kafka;
    }

    /** The history of four branches of a street, all of it taken in. */
    History taken(long seed) {
        History history = Histories.seeded(seed)
                .street(Histories.freshStreet())
                .branches(4)
                .make();
        kafka.publish(TestEvent.accepted(history));
        awaitAll(history);
        return history;
    }

    /** Waits until every accepted version of the history is in. */
    void awaitAll(History history) {
        Map<String, Long> expected = new java.util.TreeMap<>();
        history.statements().forEach(each -> expected.merge(each.unit().substring(0, 4), 1L, Long::sum));
        expected.forEach((city, count) -> Awaitility.await("all statements of " + city)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get(city + "/progress").get("acceptedStatements").asLong() >= count));
    }

    JsonNode get(String path) {
        byte[] body = http.as(Role.HQ, "*")
                .get()
                .uri(BASE + path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }

    /** Every figure at every scope of the history, and its splits, against the history's own sums. */
    void assertFiguresOf(History history) {
        for (String scope : scopes(history)) {
            JsonNode view = get(scope + "?from=2026-01&to=2026-12");
            assertFigures(scope, view.get("total"), history.figures(scope));
            assertSplit(scope, view.get("byPeriod"), "period", history.byPeriod(scope));
            assertSplit(scope, view.get("byLine"), "line", history.byLine(scope));
            JsonNode branches = get(scope + "/branches?from=2026-01&to=2026-12&limit=1000");
            assertSplit(scope, branches.get("items"), "branch", history.byBranch(scope));
        }
    }

    JsonNode rebuild() {
        byte[] body = http.as(Role.CITY, "*")
                .post()
                .uri(BASE + "rebuilds")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }

    private static Set<String> scopes(History history) {
        Set<String> scopes = new TreeSet<>();
        for (Statement each : history.statements()) {
            for (int digits : new int[] {4, 6, 9, 12}) {
                scopes.add(each.unit().substring(0, digits));
            }
        }
        return scopes;
    }

    private static void assertSplit(String scope, JsonNode shown, String key, Map<String, Figures> expected) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode each : shown) {
            String name = each.get(key).asString();
            keys.add(name);
            assertFigures(scope + " " + name, each, expected.getOrDefault(name, Figures.NONE));
        }
        assertThat(keys).as(key + " at " + scope).containsAll(expected.keySet());
    }

    private static void assertFigures(String where, JsonNode shown, Figures expected) {
        assertAmount(where + " gross", shown.get("gross"), expected.gross());
        assertAmount(where + " tax", shown.get("tax"), expected.tax());
        assertAmount(where + " directCost", shown.get("directCost"), expected.directCost());
        assertAmount(where + " eliminated", shown.get("eliminated"), expected.eliminated());
        assertAmount(
                where + " external", shown.get("external"), expected.gross().subtract(expected.eliminated()));
        assertThat(shown.get("entries").asLong()).as(where + " entries").isEqualTo(expected.entries());
    }

    private static void assertAmount(String where, JsonNode shown, BigDecimal expected) {
        assertThat(shown.isString()).as(where + " is a string").isTrue();
        assertThat(shown.asString()).as(where).isEqualTo(expected.setScale(2).toPlainString());
    }
}
