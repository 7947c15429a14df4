package org.linli.partner.call;

import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.ServiceUnderTest;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the people of branches and streets do with calls, over HTTP with their own rights. */
public final class CallSteps {

    private static final String BASE = "/api/partner";

    private final ServiceUnderTest service;

    public CallSteps(ServiceUnderTest service) {
        this.service = service;
    }

    public ServiceUnderTest service() {
        return service;
    }

    /** The people of a unit who decide: its head, or HQ for a street. */
    public WebTestClient deciders(String unit) {
        return service.http().as(unit.length() == 12 ? Role.BRANCH_HEAD : Role.HQ, unit);
    }

    /** A call as a clerk would send it; change the map to make another one of it. */
    public static Map<String, Object> call(String unit) {
        return new HashMap<>(Map.of(
                "unit",
                unit,
                "title",
                "书法班招募 " + unit,
                "seeking",
                "寻找一位书法老师",
                "modes",
                List.of("VENUE_COOPERATION", "PURCHASED_SERVICE"),
                "line",
                "TRAINING",
                "conditions",
                "收费不高于市场价的一半",
                "deadline",
                Instant.now().plus(30, ChronoUnit.DAYS).toString(),
                "criteria",
                List.of(
                        Map.of("code", "BENEFIT", "name", "公益性", "weight", 60),
                        Map.of("code", "PRICE", "name", "价格", "weight", 40)),
                "documents",
                List.of(Map.of("code", "LICENCE", "name", "营业执照", "required", false))));
    }

    public String draftedCall(String unit) {
        return post(deciders(unit), "/open-calls", call(unit), 201).get("id").asString();
    }

    public String publishedCall(String unit) {
        String id = draftedCall(unit);
        post(deciders(unit), "/open-calls/" + id + "/publication", null, 200);
        return id;
    }

    /** Number and name of every event of a subject, as they were put down. */
    public List<String> events(String subject) {
        List<String> events = new ArrayList<>();
        try (var connection = service.database().connect();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT sequence, type FROM outbox WHERE subject = '" + subject + "' ORDER BY id")) {
            while (rows.next()) {
                String[] type = rows.getString(2).split("\\.");
                events.add(rows.getLong(1) + " " + type[type.length - 2]);
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox cannot be read", e);
        }
    }

    public JsonNode post(WebTestClient client, String path, Object body, int status) {
        return send(client, HttpMethod.POST, path, body, status);
    }

    public JsonNode put(WebTestClient client, String path, Object body, int status) {
        return send(client, HttpMethod.PUT, path, body, status);
    }

    public JsonNode get(WebTestClient client, String path, int status) {
        return send(client, HttpMethod.GET, path, null, status);
    }

    private static JsonNode send(WebTestClient client, HttpMethod method, String path, Object body, int status) {
        var request = client.method(method).uri(BASE + path);
        return PartnerSteps.read((body == null ? request : request.bodyValue(body)).exchange(), status);
    }
}
