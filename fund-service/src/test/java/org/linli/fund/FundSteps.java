package org.linli.fund;

import org.linli.platform.security.Role;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestEvent;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Entry;
import org.linli.platform.testing.history.History;
import org.linli.platform.testing.history.Statement;
import org.linli.platform.testing.history.Unit;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.awaitility.Awaitility.await;

/** What tests of the whole service do and see, in the words of the street. */
public final class FundSteps {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestHttp http;
    private final TestKafka kafka;

    public FundSteps(TestHttp http, TestKafka kafka) {
        this.http = http;
        this.kafka = kafka;
    }

    public static List<TestEvent> registered(List<Unit> units) {
        List<TestEvent> events = new ArrayList<>();
        for (Unit unit : units) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("code", unit.code());
            data.put("name", unit.name());
            data.put("unitClass", unit.unitClass());
            data.put(
                    "level",
                    List.of("CITY", "DISTRICT", "STREET", "COMMUNITY")
                            .get(List.of(4, 6, 9, 12).indexOf(unit.code().length())));
            events.add(TestEvent.of(
                    "linli.company.unit", "linli.company.unit.registered.v1", unit.code(), unit.code(), 1, data));
        }
        return events;
    }

    /** A branch that the fund has heard of, so that policies can bind it and what it lies in. */
    public static void known(TestDatabase database, String branch) {
        database.execute(
                "INSERT INTO unit (code, name, level, sequence) VALUES ('%s', '社区', 'COMMUNITY', 1)".formatted(branch));
    }

    /** Publishes the accepted statements and waits until the fund has counted them all. */
    public List<TestEvent> accepted(History history) {
        List<TestEvent> events = TestEvent.accepted(history);
        kafka.publish(events);
        String city = history.units().getFirst().code();
        awaitCounted(city, history.statements().size());
        return events;
    }

    /** A single statement of one entry, of so many yuan gross without tax and cost. */
    public void accepted(String unit, String period, int version, String gross) {
        kafka.publish(List.of(statement(unit, period, version, gross)));
        await("the statement is counted")
                .atMost(PATIENCE)
                .until(() -> statementOf(unit, period).equals(unit + "-" + period + "-" + version));
    }

    /** Publishes first statements of branches of a street and waits until the fund has counted them. */
    public void acceptedAtOnce(String street, List<TestEvent> statements) {
        kafka.publish(statements);
        awaitCounted(street, statements.size());
    }

    /** An event as company-service would send it for such a statement. */
    public static TestEvent statement(String unit, String period, int version, String gross) {
        return statement(unit, period, version, gross, "0.00");
    }

    /** The same with tax in it. */
    public static TestEvent statement(String unit, String period, int version, String gross, String tax) {
        var entry = new Entry(
                unit + period + version,
                unit,
                period,
                YearMonth.parse(period).atDay(1),
                "CANTEEN",
                null,
                null,
                null,
                new BigDecimal(gross),
                new BigDecimal(tax),
                BigDecimal.ZERO.setScale(2));
        return TestEvent.accepted(new Statement(unit, period, version, null, version, null, List.of(entry)));
    }

    private String statementOf(String unit, String period) {
        var answer = http.as(Role.HQ, unit)
                .get()
                .uri("/api/fund/obligations/{unit}/{period}", unit, period)
                .exchange()
                .expectBody()
                .returnResult();
        return answer.getStatus().is2xxSuccessful()
                ? json(answer).get("statementId").asString()
                : "";
    }

    public void awaitCounted(String scope, long statements) {
        await("all statements of " + scope + " are counted")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get(Role.HQ, scope, "/api/fund/progress/" + scope)
                                .get("acceptedStatements")
                                .asLong()
                        == statements);
    }

    /** The answer to a GET by somebody with that role over that scope. */
    public JsonNode get(Role role, String scope, String uri) {
        var answer = http.as(role, scope)
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        return json(answer);
    }

    /** Every item of a list, page by page. */
    public List<JsonNode> all(Role role, String scope, String uri) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(role, scope, uri + cursor);
            page.get("items").forEach(items::add);
            cursor = page.get("next").isNull()
                    ? ""
                    : (uri.contains("?") ? "&" : "?") + "cursor="
                            + page.get("next").asString();
        } while (!cursor.isEmpty());
        return items;
    }

    /** Posts as somebody with that role over that scope. */
    public EntityExchangeResult<byte[]> post(Role role, String scope, String uri, Object body) {
        return http.as(role, scope)
                .post()
                .uri(uri)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    public EntityExchangeResult<byte[]> fund(String unit, String period, String amount, String reference) {
        return post(Role.HQ, unit, "/api/fund/fundings", funding(unit, period, amount, reference));
    }

    /** Takes a funding back. */
    public EntityExchangeResult<byte[]> reverse(String unit, String funding, String date, String reference) {
        return post(Role.HQ, unit, "/api/fund/fundings/" + funding + "/reversal", reversal(date, reference));
    }

    public static Map<String, Object> reversal(String date, String reference) {
        return Map.of("reason", "银行退回", "date", date, "reference", reference);
    }

    /** The id of a funding that was just booked. */
    public static String fundingId(EntityExchangeResult<byte[]> booked) {
        return json(booked).get("funding").get("id").asString();
    }

    public static Map<String, Object> funding(String unit, String period, String amount, String reference) {
        return Map.of("unit", unit, "period", period, "amount", amount, "date", period + "-28", "reference", reference);
    }

    public static JsonNode json(EntityExchangeResult<byte[]> answer) {
        return JSON.readTree(answer.getResponseBody());
    }
}
