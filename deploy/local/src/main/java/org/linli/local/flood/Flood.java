package org.linli.local.flood;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Many callers who send the same weight again as soon as it is answered, for a time. */
final class Flood {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Neither an answer nor a refusal. */
    static final String LOST = "lost";

    private final String gateway;
    private final int parallel;
    private final Duration time;
    private final Map<HeaviestRequest, List<byte[]>> bodies = new ConcurrentHashMap<>();

    Flood(String gateway, int parallel, Duration time) {
        this.gateway = gateway;
        this.parallel = parallel;
        this.time = time;
    }

    /**
     * What came back.
     *
     * @param statuses how many of each, 503 without {@code Retry-After} as {@code 503 bare}, no answer as {@code lost}
     */
    record Outcome(Map<String, Integer> statuses, Latencies latencies) {
        /** Those that no caller may be able to cause. */
        List<String> faults() {
            return statuses.keySet().stream()
                    .filter(status -> status.startsWith("5") && !status.equals("503"))
                    .sorted()
                    .toList();
        }
    }

    /** @param requests each by its share of the callers */
    Outcome run(List<HeaviestRequest> requests, String token) {
        Map<String, AtomicInteger> statuses = new ConcurrentHashMap<>();
        Latencies latencies = new Latencies();
        HttpClient http = client();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < parallel; i++) {
            HeaviestRequest request = requests.get(i % requests.size());
            threads.execute(() -> {
                while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                    long begin = System.nanoTime();
                    String status = send(http, request, token);
                    boolean hungUp = status.equals(LOST) && System.nanoTime() >= end;
                    if (status.isEmpty() || hungUp) {
                        return;
                    }
                    statuses.computeIfAbsent(status, key -> new AtomicInteger()).incrementAndGet();
                    latencies.add(System.nanoTime() - begin);
                }
            });
        }
        threads.shutdown();
        try {
            threads.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS);
            // Whoever still waits hangs up, as impatient people do.
            threads.shutdownNow();
            http.shutdownNow();
            threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Map<String, Integer> counted = new TreeMap<>();
        statuses.forEach((status, count) -> counted.put(status, count.get()));
        return new Outcome(counted, latencies);
    }

    /** Its status. */
    String once(HeaviestRequest request, String token) {
        try (HttpClient http = client()) {
            return send(http, request, token);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    private String send(HttpClient http, HeaviestRequest request, String token) {
        try {
            HttpResponse<Void> answer = http.send(httpRequest(request, token), HttpResponse.BodyHandlers.discarding());
            boolean bare = answer.statusCode() == 503
                    && answer.headers().firstValue("Retry-After").isEmpty();
            return answer.statusCode() + (bare ? " bare" : "");
        } catch (IOException lost) {
            return LOST;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private HttpRequest httpRequest(HeaviestRequest request, String token) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(gateway + request.path())).timeout(PATIENCE);
        request.headers().forEach(builder::setHeader);
        if (request.headers().containsKey("Idempotency-Key")) {
            builder.setHeader("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (!token.isEmpty()) {
            builder.setHeader("Authorization", "Bearer " + token);
        }
        return builder.method(request.method(), body(request)).build();
    }

    /** Sixty-four large bodies at once fit into memory, for all but what is different in each is shared. */
    private HttpRequest.BodyPublisher body(HeaviestRequest request) {
        if (request.body() == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        byte[] each = Integer.toString(ThreadLocalRandom.current().nextInt(1 << 20, 1 << 24), 36)
                .getBytes(StandardCharsets.UTF_8);
        List<byte[]> pieces = new ArrayList<>();
        for (byte[] shared : shared(request)) {
            pieces.add(shared);
            pieces.add(each);
        }
        pieces.removeLast();
        long length = pieces.stream().mapToLong(piece -> piece.length).sum();
        return length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArrays(pieces), length);
    }

    private List<byte[]> shared(HeaviestRequest request) {
        return bodies.computeIfAbsent(
                request,
                one -> Arrays.stream(String.valueOf(one.body()).split(Pattern.quote(HeaviestRequest.EACH), -1))
                        .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }
}
