package org.linli.bench.proposals;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

/** Whether the twin answers as the service does, to what is right and to what is wrong: else their rates mean nothing. */
record TwinComparison(SubmitLoad load, String service, String twin) {

    private static final JsonMapper JSON = JsonMapper.shared();

    void check() throws Exception {
        String good = load.body(new Random(1));
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("a complete proposal", good);
        bodies.put(
                "an incomplete one",
                good.replace("\"mode\":\"VENUE_COOPERATION\",", "").replace("60.00", "600.00"));
        bodies.put("one to no call", good.replace(load.call(), UUID.randomUUID().toString()));
        bodies.put("one out of range", good.replace("\"sharePercent\":15", "\"sharePercent\":101"));
        bodies.put("malformed JSON", good.substring(0, good.length() - 2));
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            compare(
                    body.getKey(),
                    answer(service, body.getValue(), load.bearer().get()),
                    answer(twin, body.getValue(), load.bearer().get()));
        }
        compare(
                "a forged token",
                answer(service, good, load.bearer().get() + "x"),
                answer(twin, good, load.bearer().get() + "x"));
    }

    private static void compare(String what, String ours, String theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("To " + what + " the service says " + ours + ", the twin " + theirs);
        }
    }

    /** Status, fields and, of a problem, its type and the fields at fault. */
    private static String answer(String address, String body, String bearer) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + "/api/partner/proposals"))
                            .header("Authorization", bearer)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode json = JSON.readTree(answer.body());
            var errors = new TreeSet<String>();
            json.path("errors").forEach(error -> errors.add(error.path("field").asString()));
            boolean problem = answer.statusCode() >= 400;
            return answer.statusCode() + " "
                    + (problem ? json.path("type").asString() + errors : new TreeSet<>(json.propertyNames()));
        }
    }
}
