package org.linli.platform.testing.fuzz;

import org.linli.platform.security.Role;
import org.linli.platform.testing.RouteTable;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestTokens;
import org.linli.platform.testing.ValidCall;
import org.linli.testing.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sends seeded nonsense to every operation of a service's live OpenAPI document and demands: never a 5xx, every answer as
 * the document allows it, every refusal a problem+json with its type, and no trace in the database of what was refused.
 *
 * <p>{@code -Dlinli.fuzz.seed} and {@code -Dlinli.fuzz.requests} (default {@value #REQUESTS} a service) set the run; the seed is in
 * every report. The caller has every role over {@code units}, so that requests get as deep as they can; take units that
 * no other test uses, for what is right by chance takes effect.
 *
 * <p>A refused write is watched by the database's fingerprint the first time for each operation and kind of mutation
 * and every {@value #EVERY}th time after that.
 */
public final class OpenApiFuzzer {

    private static final int REQUESTS = 1_500;
    static final int AROUND = 5;
    static final int EVERY = 25;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServiceUnderTest service;
    private final Map<String, List<String>> known = new HashMap<>();
    private String document = "/v3/api-docs";
    private List<ValidCall> validCalls = List.of();
    private String[] units = {"*"};
    private String prefix = "/api/";
    private int requests = Integer.getInteger("linli.fuzz.requests", REQUESTS);
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

    /**
     * Begins from these too: each valid call of the table's is sent {@value #AROUND} times spoiled, while the database is
     * as it was prepared for it, and once as it is. So every route is seen to serve, and its refusals come from as deep
     * as they can.
     */
    public OpenApiFuzzer around(RouteTable table) {
        validCalls = table.validCalls();
        return this;
    }

    /** For a run other than the usual one. */
    public OpenApiFuzzer requests(int count) {
        requests = count;
        return this;
    }

    /** Sends everything and reports; {@link FuzzReport#assertClean()} judges. */
    public FuzzReport run() {
        // A run lasts longer than a token lives.
        Supplier<String> token = () -> TestTokens.tokenOf("fuzzer", List.of(Role.values()), units);
        try (var http = new RawHttp(service.http().base())) {
            var maker = new RequestMaker(openApi(http, token.get()), prefix, known, new SplittableRandom(seed), token);
            var report = new FuzzReport(
                    seed,
                    maker.operations().stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new)));
            var run = new FuzzRun(
                    http,
                    new DatabaseWatch(service.fingerprint()),
                    report,
                    maker,
                    service.http().documented());
            for (int number = 0; number < requests; number++) {
                run.one(maker.next());
            }
            for (ValidCall valid : validCalls) {
                run.around(valid);
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException("seed " + seed, e);
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
}
