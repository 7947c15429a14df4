package org.linli.platform.testing.fuzz;

import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes a request that is mostly right and then spoils it in one to three ways. */
final class RequestMaker {

    /** One request in so many is right, as far as the document says what is. */
    private static final int UNSPOILED = 5;

    private final List<Operation> operations;
    private final ValidValues valid;
    private final LearnedIds learned;
    private final SplittableRandom random;
    private final String token;

    RequestMaker(
            JsonNode document, String prefix, Map<String, List<String>> known, SplittableRandom random, String token) {
        this.operations = Operation.of(document).stream()
                .filter(operation -> operation.path().startsWith(prefix))
                .toList();
        this.random = random;
        this.learned = new LearnedIds(random);
        this.valid = new ValidValues(document, known, learned, random);
        this.token = token;
    }

    List<Operation> operations() {
        return operations;
    }

    /** What an answer gave away is used by the requests after it. */
    void learn(FuzzRequest request, RawHttp.Answer answer) {
        learned.from(request, answer);
    }

    FuzzRequest next() {
        var draft = new Draft(operations.get(random.nextInt(operations.size())));
        int spoilings = random.nextInt(UNSPOILED) == 0 ? 0 : random.nextInt(1, 4);
        for (int i = 0; i < spoilings; i++) {
            spoil(draft);
        }
        return draft.request();
    }

    private void spoil(Draft draft) {
        int kind = random.nextInt(draft.hasBody() ? 10 : 4);
        switch (kind) {
            case 0 -> draft.spoilPath();
            case 1 -> draft.spoilQuery();
            case 2 -> draft.spoilHeaders();
            case 3 -> {
                if (random.nextInt(4) == 0) {
                    draft.spoilMethod();
                } else {
                    draft.spoilQuery();
                }
            }
            default -> draft.spoilBody();
        }
    }

    /** A request in the making. */
    private final class Draft {

        private final Operation operation;
        private final List<String> mutations = new ArrayList<>();
        private final List<Map.Entry<String, String>> headers = new ArrayList<>();
        private final List<String> path = new ArrayList<>();
        private final List<String> query = new ArrayList<>();
        private String method;
        private byte[] body;

        Draft(Operation operation) {
            this.operation = operation;
            method = operation.method();
            String[] templates = operation.path().split("/");
            for (int i = 0; i < templates.length; i++) {
                path.add(segment(String.join("/", Arrays.copyOf(templates, i)), templates[i]));
            }
            operation.in("query").stream()
                    .filter(parameter -> random.nextInt(3) == 0)
                    .forEach(p -> query.add(p.name() + "=" + encoded(valid.text(p.name(), p.schema()))));
            headers.add(Map.entry("Authorization", "Bearer " + token));
            if (method.equals("POST")) {
                headers.add(Map.entry("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString()));
            }
            body = validBody();
            if (operation.bodyType() != null) {
                headers.add(Map.entry("Content-Type", operation.bodyType()));
            }
        }

        boolean hasBody() {
            return operation.bodyType() != null;
        }

        FuzzRequest request() {
            String target = String.join("/", path) + (query.isEmpty() ? "" : "?" + String.join("&", query));
            return new FuzzRequest(operation.name(), mutations, method, target, headers, body);
        }

        private String segment(String before, String template) {
            if (!template.startsWith("{")) {
                return template;
            }
            String id = learned.under(before);
            if (id != null) {
                return encoded(id);
            }
            String name = template.substring(1, template.length() - 1);
            return operation.in("path").stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .findFirst()
                    .map(parameter -> encoded(valid.text(name, parameter.schema())))
                    .orElse("x");
        }

        private byte[] validBody() {
            JsonNode schema = operation.body();
            if (schema == null) {
                return new byte[0];
            }
            String json = valid.json("body", schema);
            boolean text = json.startsWith("\"") && !"application/json".equals(operation.bodyType());
            return (text ? json.substring(1, json.length() - 1) : json).getBytes(StandardCharsets.UTF_8);
        }

        void spoilPath() {
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

        void spoilQuery() {
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

        void spoilHeaders() {
            switch (random.nextInt(6)) {
                case 0 -> removed("Idempotency-Key");
                case 1 -> replaced("Idempotency-Key", "k".repeat(random.nextInt(201, 2_000)));
                case 2 -> replaced("Idempotency-Key", oneOf(List.of("", " ", "é", "a b", "\t", "键")));
                case 3 ->
                    replaced(
                            "Content-Type",
                            oneOf(List.of(
                                    "text/plain",
                                    "application/xml",
                                    "",
                                    "nonsense",
                                    "application/json;charset=utf-7",
                                    "multipart/form-data",
                                    "application/x-www-form-urlencoded",
                                    "text/csv")));
                case 4 ->
                    replaced(
                            "Accept",
                            oneOf(List.of("application/xml", "text/csv", "image/png", "nonsense", "*/*;q=0")));
                default -> replaced("X-Correlation-Id", oneOf(List.of("", "é", "x".repeat(500), "a b", "{}")));
            }
            mutations.add("header");
        }

        void spoilMethod() {
            method = oneOf(List.of("DELETE", "PATCH", "PUT", "POST", "GET", "OPTIONS"));
            mutations.add("method");
        }

        void spoilBody() {
            body = BodySpoiler.spoil(body, random, mutations);
        }

        private void removed(String name) {
            headers.removeIf(header -> header.getKey().equals(name));
        }

        private void replaced(String name, String value) {
            removed(name);
            headers.add(Map.entry(name, value));
        }
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
