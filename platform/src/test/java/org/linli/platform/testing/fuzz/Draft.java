package org.linli.platform.testing.fuzz;

import org.linli.testing.Operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A request in the making: right at first, and spoiled as often as it is told to. */
final class Draft {

    private final Operation operation;
    private final SplittableRandom random;
    private final List<String> mutations = new ArrayList<>();
    private final List<String> path;
    private final List<String> query = new ArrayList<>();
    private final List<Map.Entry<String, String>> headers;
    private String method;
    private byte[] body;

    Draft(Operation operation, FuzzRequest right, SplittableRandom random) {
        this.operation = operation;
        this.random = random;
        String[] target = right.target().split("\\?", 2);
        path = new ArrayList<>(List.of(target[0].split("/")));
        if (target.length > 1) {
            query.addAll(List.of(target[1].split("&")));
        }
        headers = new ArrayList<>(right.headers());
        method = right.method();
        body = right.body();
    }

    FuzzRequest request() {
        String target = String.join("/", path) + (query.isEmpty() ? "" : "?" + String.join("&", query));
        return new FuzzRequest(operation.name(), mutations, method, target, headers, body);
    }

    void spoil() {
        switch (random.nextInt(operation.bodyType() == null ? 4 : 10)) {
            case 0 -> spoilPath();
            case 1 -> spoilQuery();
            case 2 -> spoilHeaders();
            case 3 -> {
                if (random.nextInt(4) == 0) {
                    spoilMethod();
                } else {
                    spoilQuery();
                }
            }
            default -> body = BodySpoiler.spoil(body, random, mutations);
        }
    }

    private void spoilPath() {
        List<Integer> placeholders = new ArrayList<>();
        String[] template = operation.path().split("/");
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                placeholders.add(i);
            }
        }
        if (placeholders.isEmpty()) {
            spoilQuery();
            return;
        }
        path.set(placeholders.get(random.nextInt(placeholders.size())), OddValues.text(random));
        mutations.add("path");
    }

    private void spoilQuery() {
        List<Operation.Parameter> known = operation.in("query");
        String name = known.isEmpty() || random.nextInt(8) == 0
                ? OddValues.text(random)
                : known.get(random.nextInt(known.size())).name();
        query.add(name + (random.nextInt(10) == 0 ? "" : "=" + OddValues.text(random)));
        if (random.nextInt(6) == 0) {
            query.add(name + "=" + OddValues.text(random));
        }
        mutations.add("query");
    }

    private void spoilHeaders() {
        switch (random.nextInt(6)) {
            case 0 -> removed("Idempotency-Key");
            case 1 -> replaced("Idempotency-Key", "k".repeat(random.nextInt(201, 2_000)));
            case 2 -> replaced("Idempotency-Key", oneOf("", " ", "é", "a b", "\t", "键"));
            case 3 ->
                replaced(
                        "Content-Type",
                        oneOf(
                                "text/plain",
                                "application/xml",
                                "",
                                "nonsense",
                                "application/json;charset=utf-7",
                                "multipart/form-data",
                                "application/x-www-form-urlencoded",
                                "text/csv",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
            case 4 -> replaced("Accept", oneOf("application/xml", "text/csv", "image/png", "nonsense", "*/*;q=0"));
            default -> replaced("X-Correlation-Id", oneOf("", "é", "x".repeat(500), "a b", "{}"));
        }
        mutations.add("header");
    }

    private void spoilMethod() {
        method = oneOf("DELETE", "PATCH", "PUT", "POST", "GET", "OPTIONS");
        mutations.add("method");
    }

    private void removed(String name) {
        headers.removeIf(header -> header.getKey().equals(name));
    }

    private void replaced(String name, String value) {
        removed(name);
        headers.add(Map.entry(name, value));
    }

    private String oneOf(String... values) {
        return Arrays.asList(values).get(random.nextInt(values.length));
    }
}
