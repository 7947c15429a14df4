package org.linli.company;

import org.awaitility.Awaitility;
import org.linli.platform.security.Role;
import org.linli.platform.testing.TestHttp;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What people of branches and HQ do, over HTTP with their own rights. */
public final class CompanySteps {

    private final TestHttp http;

    public CompanySteps(TestHttp http) {
        this.http = http;
    }

    /** Registers branches of one city as its city person. */
    public void register(String... branches) {
        List<Map<String, String>> units = new ArrayList<>();
        for (String branch : branches) {
            units.add(Map.of("code", branch, "name", "社区" + branch, "unitClass", "VENUE"));
        }
        JsonNode answer = post(Role.CITY, branches[0].substring(0, 4), "/units/batch", Map.of("units", units), 200);
        if (answer.get("refused").asInt() > 0) {
            throw new AssertionError(answer.toPrettyString());
        }
    }

    /** An entry as a clerk would send it; change the map to make another one of it. */
    public static Map<String, Object> entry(String number, String branch, String period, String gross) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("entryNo", number);
        entry.put("unit", branch);
        entry.put("period", period);
        entry.put("date", period + "-15");
        entry.put("line", "CANTEEN");
        entry.put("gross", gross);
        entry.put("tax", "0.00");
        entry.put("directCost", "0.00");
        return entry;
    }

    public JsonNode record(String branch, List<Map<String, Object>> entries) {
        return post(Role.BRANCH_CLERK, branch, "/entries/batch", Map.of("entries", entries), 200);
    }

    /** Drafts and submits as the branch's head. @return the statement's id */
    public String submit(String branch, String period) {
        Map<String, Object> request = Map.of("unit", branch, "period", period, "submit", true);
        return post(Role.BRANCH_HEAD, branch, "/statements", request, 201)
                .get("id")
                .asString();
    }

    public JsonNode accept(String statement) {
        return post(Role.HQ, statement.substring(0, 9), "/statements/" + statement + "/acceptance", null, 200);
    }

    public JsonNode post(Role role, String unit, String path, Object body, int status) {
        return post(http.as(role, unit), path, body, status);
    }

    public JsonNode post(WebTestClient client, String path, Object body, int status) {
        var request = client.post().uri("/api/company" + path);
        return read((body == null ? request : request.bodyValue(body)).exchange(), status);
    }

    public JsonNode get(Role role, String unit, String path) {
        return read(http.as(role, unit).get().uri("/api/company" + path).exchange(), 200);
    }

    /** Follows a link as an answer gives it, encoded already. */
    public JsonNode follow(Role role, String unit, String link) {
        return read(http.as(role, unit).get().uri(http.base().resolve(link)).exchange(), 200);
    }

    /** Waits until so many accepted versions of the scope are consolidated. */
    public void awaitConsolidated(String scope, int versions) {
        Awaitility.await("consolidation of " + scope)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get(Role.HQ, "*", "/consolidation/" + scope + "/progress")
                                .get("acceptedStatements")
                                .asInt()
                        >= versions);
    }

    private static JsonNode read(WebTestClient.ResponseSpec answer, int status) {
        byte[] body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNullElse(body, "null".getBytes()));
    }
}
