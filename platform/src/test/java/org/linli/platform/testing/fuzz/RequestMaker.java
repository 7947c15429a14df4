package org.linli.platform.testing.fuzz;

import org.jspecify.annotations.Nullable;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.ValidCall;
import org.linli.testing.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes a request that is mostly right and then spoils it in one to three ways. */
final class RequestMaker {

    /** One request in so many is right, as far as the document says what is. */
    private static final int UNSPOILED = 5;

    private final List<Operation> operations;
    private final Map<String, Operation> byName;
    private final ValidValues valid;
    private final LearnedIds learned;
    private final SplittableRandom random;
    private final Supplier<String> token;

    RequestMaker(
            JsonNode document,
            String prefix,
            Map<String, List<String>> known,
            SplittableRandom random,
            Supplier<String> token) {
        this.operations = Operation.of(document).stream()
                .filter(operation -> operation.path().startsWith(prefix))
                .toList();
        this.byName = operations.stream()
                .collect(Collectors.toMap(Operation::name, Function.identity(), (one, further) -> one));
        this.random = random;
        this.learned = new LearnedIds(random);
        this.valid = new ValidValues(document, known, learned, random);
        this.token = token;
    }

    List<Operation> operations() {
        return operations;
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** What an answer gave away is used by the requests after it. */
    void learn(FuzzRequest request, RawHttp.Answer answer) {
        learned.from(request, answer);
    }

    /** Of any operation, made up from the document. */
    FuzzRequest next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        int spoilings = random.nextInt(UNSPOILED) == 0 ? 0 : random.nextInt(1, 4);
        return spoiled(operation, madeUp(operation), spoilings);
    }

    /** A call that is known to be right, spoiled. */
    FuzzRequest spoiled(ValidCall caller, Call call) {
        return spoiled(byName.get(caller.route()), right(caller, call), random.nextInt(1, 3));
    }

    /** A call that is known to be right, as it is. */
    FuzzRequest right(ValidCall caller, Call call) {
        Operation operation = byName.get(caller.route());
        List<Map.Entry<String, String>> headers =
                headers(operation, caller.token().get());
        headers.removeIf(header -> call.headers().containsKey(header.getKey()));
        if (call.body() != null) {
            headers.add(Map.entry("Content-Type", call.type().toString()));
        }
        call.headers().forEach((name, value) -> headers.add(Map.entry(name, value)));
        String path = operation.path();
        for (String variable : call.variables()) {
            path = path.replaceFirst("\\{[^}]*}", encoded(variable));
        }
        String target = call.query().isEmpty() ? path : path + "?" + call.query();
        return new FuzzRequest(operation.name(), List.of(), operation.method(), target, headers, bytes(call.body()));
    }

    private FuzzRequest spoiled(Operation operation, FuzzRequest right, int times) {
        var draft = new Draft(operation, right, random);
        for (int i = 0; i < times; i++) {
            draft.spoil();
        }
        return draft.request();
    }

    private FuzzRequest madeUp(Operation operation) {
        List<String> path = new ArrayList<>();
        String[] templates = operation.path().split("/");
        for (int i = 0; i < templates.length; i++) {
            path.add(segment(operation, String.join("/", Arrays.copyOf(templates, i)), templates[i]));
        }
        String query = operation.in("query").stream()
                .filter(parameter -> random.nextInt(3) == 0)
                .map(p -> p.name() + "=" + encoded(valid.text(p.name(), p.schema())))
                .collect(Collectors.joining("&"));
        List<Map.Entry<String, String>> headers = headers(operation, token.get());
        byte[] body = body(operation);
        if (operation.bodyType() != null) {
            headers.add(Map.entry("Content-Type", operation.bodyType()));
        }
        String target = String.join("/", path) + (query.isEmpty() ? "" : "?" + query);
        return new FuzzRequest(operation.name(), List.of(), operation.method(), target, headers, body);
    }

    private List<Map.Entry<String, String>> headers(Operation operation, String bearer) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        headers.add(Map.entry("Authorization", "Bearer " + bearer));
        if (operation.method().equals("POST")) {
            headers.add(Map.entry("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString()));
        }
        return headers;
    }

    private String segment(Operation operation, String before, String template) {
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

    private byte[] body(Operation operation) {
        JsonNode schema = operation.body();
        if (schema == null) {
            return new byte[0];
        }
        String json = valid.json("body", schema);
        boolean text = json.startsWith("\"") && !"application/json".equals(operation.bodyType());
        return (text ? json.substring(1, json.length() - 1) : json).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(@Nullable Object body) {
        return switch (body) {
            case null -> new byte[0];
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> JsonMapper.shared().writeValueAsBytes(body);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
