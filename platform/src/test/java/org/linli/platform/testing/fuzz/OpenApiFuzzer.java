package org.linli.platform.testing.fuzz;

import org.awaitility.Awaitility;
import org.linli.platform.security.Role;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestTokens;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sends seeded nonsense to every operation of a service's live OpenAPI document and demands: never a 5xx, every refusal a
 * problem+json with its type, and no trace in the database of what was refused.
 *
 * <p>{@code -Dlinli.fuzz.seed} and {@code -Dlinli.fuzz.requests} (default {@value #REQUESTS} a service) set the run; the seed is in
 * every report. The caller has every role over {@code units}, so that requests get as deep as they can; take units that
 * no other test uses, for what is right by chance takes effect.
 *
 * <p>A refused write is watched by the database's fingerprint the first time for each operation and kind of mutation
 * and every {@value #EVERY}th time after that.
 */
public final class OpenApiFuzzer {

    private static final int REQUESTS = 3_000;
    private static final int FIRST = 1;
    private static final int EVERY = 25;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServiceUnderTest service;
    private final Map<String, List<String>> known = new HashMap<>();
    private final Map<String, Integer> timesSeen = new HashMap<>();
    private String document = "/v3/api-docs";
    private String[] units = {"*"};
    private String prefix = "/api/";
    private int requests = Integer.getInteger("linli.fuzz.requests", REQUESTS);
    private FuzzRequest last = FuzzRequest.NONE;
    private long seed = Long.getLong("linli.fuzz.seed", 20_261_122L);

    private OpenApiFuzzer(ServiceUnderTest service) {
        this.service = service;
    }

    /** Against this service. */
    public static OpenApiFuzzer of(ServiceUnderTest service) {
        return new OpenApiFuzzer(service);
    }

    /** Where the service publishes its document. */
    public OpenApiFuzzer document(String path) {
        document = path;
        return this;
    }

    /** Unit-code prefixes of the caller. */
    public OpenApiFuzzer units(String... prefixes) {
        units = prefixes;
        return this;
    }

    /** Leaves out operations whose path does not begin so. */
    public OpenApiFuzzer under(String pathPrefix) {
        prefix = pathPrefix;
        return this;
    }

    /**
     * More plausible values of a property or parameter, as plain text, so that requests get past the first check; JSON of a
     * list or an object is used half of the time, else one is made up.
     */
    public OpenApiFuzzer known(String name, String... values) {
        known.computeIfAbsent(name, ignored -> new ArrayList<>()).addAll(List.of(values));
        return this;
    }

    /** For a run other than the usual one. */
    public OpenApiFuzzer requests(int count) {
        requests = count;
        return this;
    }

    /** Sends everything and reports; {@link FuzzReport#assertClean()} judges. */
    public FuzzReport run() {
        String token = TestTokens.tokenOf("fuzzer", List.of(Role.values()), units);
        try (var http = new RawHttp(service.http().base());
                var database = service.database().connect()) {
            var maker = new RequestMaker(openApi(http, token), prefix, known, new SplittableRandom(seed), token);
            var report = new FuzzReport(
                    seed,
                    maker.operations().stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new)));
            var watch = new Watch(database);
            for (int number = 0; number < requests; number++) {
                one(number, maker.next(), http, watch, report, maker);
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException("seed " + seed, e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be watched", e);
        }
    }

    private JsonNode openApi(RawHttp http, String token) throws IOException {
        var headers = List.of(Map.entry("Authorization", "Bearer " + token));
        var answer = http.send(new FuzzRequest("", List.of(), "GET", document, headers, new byte[0]));
        if (answer.status() != 200) {
            throw new IllegalStateException("No OpenAPI document at " + document + ": " + answer.status());
        }
        return JSON.readTree(answer.body());
    }

    private void one(int number, FuzzRequest request, RawHttp http, Watch watch, FuzzReport report, RequestMaker maker)
            throws IOException, SQLException {
        boolean watched = request.isWrite() && isDue(request);
        Map<String, String> before = watched ? watch.take() : Map.of();
        RawHttp.Answer answer;
        try {
            answer = http.send(request);
        } catch (IOException unanswered) {
            if (request.isLegal() || unanswered instanceof SocketTimeoutException) {
                report.violation(number, request, "got no answer (" + unanswered + "); the request before: " + last);
            }
            return;
        } finally {
            last = request;
        }
        report.saw(request, answer.status());
        maker.learn(request, answer);
        judge(request, answer).forEach(what -> report.violation(number, request, what));
        if (watched && answer.status() >= 400) {
            report.watchedRefusal();
            if (!watch.take().equals(before) && watch.changesAgain(request, http)) {
                report.violation(number, request, "answered " + answer.status() + " and left a trace in the database");
            }
        }
    }

    private boolean isDue(FuzzRequest request) {
        int times = timesSeen.merge(request.operation() + request.mutations(), 1, Integer::sum);
        return times <= FIRST || times % EVERY == 0;
    }

    private static List<String> judge(FuzzRequest request, RawHttp.Answer answer) {
        var faults = new ArrayList<String>();
        if (answer.status() >= 500) {
            faults.add("answered " + answer.status() + ": " + answer.text());
        } else if (answer.status() >= 400) {
            if (!request.isLegal() && answer.body().length == 0) {
                return faults;
            }
            if (!answer.contentType().startsWith("application/problem+json")) {
                faults.add("answered " + answer.status() + " as '" + answer.contentType() + "', not as a problem");
            } else if (!isProblem(answer)) {
                faults.add("answered a problem without type or status: " + answer.text());
            }
        }
        return faults;
    }

    private static boolean isProblem(RawHttp.Answer answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return problem.path("type").asString("").startsWith("https://linli.org/problems/")
                    && problem.path("status").asInt(0) == answer.status();
        } catch (JacksonException notJson) {
            return false;
        }
    }

    /** Looks at the database between two requests. */
    private final class Watch {

        private final Connection database;

        Watch(Connection database) {
            this.database = database;
        }

        Map<String, String> take() throws SQLException {
            return service.fingerprint().take(database);
        }

        /** Tells a trace of the refused request from effects of earlier ones that were still on their way. */
        boolean changesAgain(FuzzRequest request, RawHttp http) throws SQLException, IOException {
            awaitStillness();
            Map<String, String> before = take();
            http.send(request);
            return !take().equals(before);
        }

        private void awaitStillness() {
            var last = new ArrayList<Map<String, String>>();
            Awaitility.await("a quiet database")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        last.add(take());
                        int n = last.size();
                        return n > 3
                                && last.subList(n - 4, n).stream().distinct().count() == 1;
                    });
        }
    }
}
