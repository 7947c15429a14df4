package org.linli.local.flood;

import org.linli.local.gateway.GatewayClient;
import org.linli.local.suite.Part;
import org.linli.local.suite.PeakMemory;
import org.linli.local.suite.Suite;
import org.linli.testing.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Floods the routes of a running suite one after another, by the committed OpenAPI documents alone. */
public final class FloodProof {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Tried from the largest: the first that the route does not refuse for its size, and the first it accepts. */
    private static final List<Integer> SIZES = List.of(8 << 20, 1 << 20, 300 << 10, 60 << 10, 12 << 10, 2 << 10);

    private static final List<Part> FLOODED = List.of(Part.COMPANY, Part.FUND, Part.PARTNER);
    private static final Duration TO_SETTLE = Duration.ofSeconds(60);

    private final Suite suite;
    private final GatewayClient gateway;
    private final int parallel;
    private final Duration time;
    private final Consumer<String> say;
    private final Map<Part, Long> heaps = new EnumMap<>(Part.class);
    private Map<Part, Long> running = Map.of();
    private final Map<Part, Long> alone = new EnumMap<>(Part.class);

    /** @param time how long each route is flooded */
    public FloodProof(Suite suite, GatewayClient gateway, int parallel, Duration time, Consumer<String> say) {
        this.suite = suite;
        this.gateway = gateway;
        this.parallel = parallel;
        this.time = time;
        this.say = say;
    }

    /**
     * Floods every route whose row passes, e.g. {@code POST /api/fund/fundings} or
     * {@code GET /api/company/entries/export, never read}.
     */
    public FloodReport run(Predicate<String> chosen) {
        List<RouteResult> results = new ArrayList<>();
        running = pids();
        try (OtherCallers others = new OtherCallers(suite.settings(), gateway)) {
            for (Part part : FLOODED) {
                JsonNode document = JSON.readTree(document(part).toFile());
                List<Operation> operations = Operation.of(document);
                KnownIds ids = KnownIds.of(gateway, operations);
                alone.put(part, p99Alone(part, others));
                for (Operation operation : operations) {
                    results.addAll(floods(part, document, operation, ids, others, chosen));
                }
            }
        }
        return new FloodReport(parallel, time, results, alone, peaks());
    }

    private Path document(Part part) {
        return suite.settings()
                .repository()
                .resolve("docs/api/openapi")
                .resolve(part.name().toLowerCase(Locale.ROOT) + ".json");
    }

    private List<RouteResult> floods(
            Part part,
            JsonNode document,
            Operation operation,
            KnownIds ids,
            OtherCallers others,
            Predicate<String> chosen) {
        List<RouteResult> results = new ArrayList<>();
        Optional<String> caller = Callers.heaviest(operation);
        if (chosen.test(operation.name())) {
            List<HeaviestRequest> requests = heaviest(document, operation, ids, token(caller));
            int bytes = requests.stream()
                    .map(HeaviestRequest::body)
                    .mapToInt(body -> body == null ? 0 : body.length())
                    .max()
                    .orElse(0);
            results.add(measured(
                    part,
                    operation.name(),
                    caller,
                    bytes,
                    others,
                    () -> FloodProcess.run(new FloodProcess.Order(
                            suite.settings().url(Part.GATEWAY), parallel, time.toMillis(), requests, token(caller)))));
        }
        StalledClients stalled = new StalledClients(suite.settings().port(Part.GATEWAY), parallel, time);
        HeaviestRequest small = HeaviestRequest.of(document, operation, ids, SIZES.getLast());
        if (waitsForBytes(operation) && chosen.test(operation.name() + ", no body comes")) {
            results.add(measured(
                    part,
                    operation.name() + ", no body comes",
                    caller,
                    0,
                    others,
                    () -> stalled.bodiesThatNeverCome(small, token(caller))));
        }
        if (operation.method().equals("GET") && isLong(operation) && chosen.test(operation.name() + ", never read")) {
            results.add(measured(
                    part,
                    operation.name() + ", never read",
                    caller,
                    0,
                    others,
                    () -> stalled.readersThatNeverRead(small, token(caller))));
        }
        return results;
    }

    /** JSON of people with a token is read by one piece of code, so one such route a service stands for all. */
    private static boolean waitsForBytes(Operation operation) {
        String type = operation.bodyType();
        return type != null
                && (!type.contains("json")
                        || Callers.heaviest(operation).isEmpty()
                        || operation.path().endsWith("/batch"));
    }

    /** Files, and the lists that anybody may read. */
    private static boolean isLong(Operation operation) {
        return operation.path().matches(".*/(export|document|content|[^/]*\\.ics)")
                || (Callers.heaviest(operation).isEmpty()
                        && operation.in("query").stream()
                                .anyMatch(parameter -> parameter.name().equals("limit")));
    }

    private String token(Optional<String> caller) {
        return caller.map(gateway::token).orElse("");
    }

    /** The largest that is not refused for its size, and the largest that takes effect. */
    private List<HeaviestRequest> heaviest(JsonNode document, Operation operation, KnownIds ids, String token) {
        if (operation.bodyType() == null) {
            return List.of(HeaviestRequest.of(document, operation, ids, 0));
        }
        Flood probe = new Flood(suite.settings().url(Part.GATEWAY), 1, time);
        HeaviestRequest largest = null;
        for (int bytes : SIZES) {
            HeaviestRequest request = HeaviestRequest.of(document, operation, ids, bytes);
            String status = probe.once(request, token);
            if (status.startsWith("2")) {
                return largest == null ? List.of(request) : List.of(largest, request);
            }
            if (largest == null && !status.equals("413") && !status.equals(Flood.LOST)) {
                largest = request;
            }
        }
        return List.of(largest == null ? HeaviestRequest.of(document, operation, ids, SIZES.getLast()) : largest);
    }

    /** What others wait when nobody floods: what the machine itself is good for at the time. */
    private long p99Alone(Part part, OtherCallers others) {
        OtherCallers.Measured measured = others.begin(part);
        LockSupport.parkNanos(time.toNanos());
        measured.going().cancel(false);
        return measured.p99();
    }

    private interface Work {
        Flood.Outcome run();
    }

    private RouteResult measured(
            Part part, String route, Optional<String> caller, int bytes, OtherCallers others, Work work) {
        long before = heaps.computeIfAbsent(part, this::heap);
        OtherCallers.Measured measured = others.begin(part);
        Flood.Outcome outcome;
        try {
            outcome = work.run();
        } finally {
            measured.going().cancel(false);
        }
        settle(part, others);
        long after = heap(part);
        // Asked last: a process that ends for want of memory takes its time.
        List<String> ended = ended();
        heaps.put(part, ended.isEmpty() ? after : heap(part));
        RouteResult result = new RouteResult(
                route,
                caller.orElse("anybody"),
                bytes,
                outcome,
                measured.p99(),
                measured.unanswered().get(),
                before,
                after,
                ended);
        say.accept(result.row().strip());
        return result;
    }

    /** What was begun comes to its end before the next. */
    private void settle(Part part, OtherCallers others) {
        long end = System.nanoTime() + TO_SETTLE.toNanos();
        while (suite.isAlive(part)
                && others.once(part) > Math.max(300, 2 * alone.getOrDefault(part, 0L))
                && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private Map<Part, Long> pids() {
        Map<Part, Long> pids = new EnumMap<>(Part.class);
        Arrays.stream(Part.values()).forEach(part -> suite.pid(part).ifPresent(pid -> pids.put(part, pid)));
        return pids;
    }

    private Map<Part, Long> peaks() {
        Map<Part, Long> peaks = new EnumMap<>(Part.class);
        pids().forEach((part, pid) -> PeakMemory.of(pid).ifPresent(peak -> peaks.put(part, peak)));
        return peaks;
    }

    /** Those that have ended since the last look; they are started again. */
    private List<String> ended() {
        List<String> ended = running.entrySet().stream()
                .filter(entry -> !suite.pid(entry.getKey()).equals(Optional.of(entry.getValue())))
                .map(entry -> entry.getKey().title())
                .toList();
        if (!ended.isEmpty()) {
            suite.up();
            running = pids();
        }
        return ended;
    }

    private long heap(Part part) {
        return suite.pid(part)
                .map(pid -> Heap.usedAfterCollection(suite.settings().javaHome(), pid))
                .orElse(0L);
    }
}
