package org.linli.partner.lists;

import org.linli.partner.call.CallSteps;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the people of units do with the three lists, over HTTP with their own rights. */
public final class ListSteps {

    private final CallSteps calls;

    public ListSteps(CallSteps calls) {
        this.calls = calls;
    }

    public CallSteps calls() {
        return calls;
    }

    /** The people of a unit who decide: its head, or HQ for a street. */
    public WebTestClient deciders(String unit) {
        return calls.deciders(unit);
    }

    /** A need as a clerk would send it; change the map to make another one of it. */
    public static Map<String, Object> need(String unit) {
        Map<String, Object> need = new HashMap<>();
        need.put("unit", unit);
        need.put("title", "长者书法班");
        need.put("detail", "希望每周两晚");
        need.put("topics", List.of("书法", "长者"));
        need.put("forWhom", "60岁以上居民");
        need.put("people", 36);
        need.put("times", List.of(Map.of("weekday", "SATURDAY", "from", "18:00", "to", "20:00")));
        need.put("budget", "3000.00");
        return need;
    }

    public static Map<String, Object> person(String unit) {
        Map<String, Object> person = new HashMap<>();
        person.put("unit", unit);
        person.put("kind", "PERSON");
        person.put("title", "退休书法老师");
        person.put("topics", List.of("书法", "国画"));
        person.put("times", List.of(Map.of("weekday", "SATURDAY", "from", "19:00", "to", "21:00")));
        person.put("quantity", 1);
        return person;
    }

    public static Map<String, Object> money(String unit, String amount) {
        return new HashMap<>(Map.of("unit", unit, "kind", "MONEY", "title", "公益课程经费", "amount", amount));
    }

    public static Map<String, Object> project(String unit, List<String> needs, List<String> resources) {
        Map<String, Object> project = new HashMap<>();
        project.put("unit", unit);
        project.put("title", "书法公益课");
        project.put("seeking", "寻找一位书法老师");
        project.put("topics", List.of("书法"));
        project.put("people", 20);
        project.put("modes", List.of("VENUE_COOPERATION"));
        project.put("line", "TRAINING");
        project.put("needs", needs);
        project.put("resources", resources);
        return project;
    }

    /** @return its id */
    public String add(String path, Map<String, Object> item) {
        return post(path, item, (String) item.get("unit"), 201).get("id").asString();
    }

    public String dropped(String path, Map<String, Object> item) {
        String id = add(path, item);
        post(path + "/" + id + "/withdrawal", Map.of("reason", "不再需要"), (String) item.get("unit"), 200);
        return id;
    }

    private JsonNode post(String path, Object body, String unit, int status) {
        return calls.post(deciders(unit), path, body, status);
    }
}
