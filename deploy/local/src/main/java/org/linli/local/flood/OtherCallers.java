package org.linli.local.flood;

import org.linli.local.gateway.GatewayClient;
import org.linli.local.suite.Part;
import org.linli.local.suite.SuiteSettings;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People of other tokens who meanwhile ask the same service for little, twenty times a second. */
final class OtherCallers implements AutoCloseable {
    private static final long EVERY_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final SuiteSettings suite;
    private final GatewayClient gateway;

    OtherCallers(SuiteSettings suite, GatewayClient gateway) {
        this.suite = suite;
        this.gateway = gateway;
    }

    /** What one measurement gave; a call that was not answered with 200 counts as the longest patience. */
    record Measured(Latencies latencies, AtomicInteger unanswered, ScheduledFuture<?> going) {
        long p99() {
            return latencies.percentile(0.99);
        }
    }

    Measured begin(Part part) {
        String caller = part == Part.FUND ? "auditor" : "clerk107";
        String token = gateway.token(caller);
        HttpRequest light = request(part, token);
        Latencies latencies = new Latencies();
        AtomicInteger unanswered = new AtomicInteger();
        ScheduledFuture<?> going = clock.scheduleAtFixedRate(
                () -> threads.execute(() -> call(light, latencies, unanswered)),
                0,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        return new Measured(latencies, unanswered, going);
    }

    /** How long one light call takes now. */
    long once(Part part) {
        Latencies one = new Latencies();
        call(request(part, gateway.token(part == Part.FUND ? "auditor" : "clerk107")), one, new AtomicInteger());
        return one.percentile(1);
    }

    private HttpRequest request(Part part, String token) {
        String path = switch (part) {
            case COMPANY -> "/api/company/units/440703006107";
            case FUND -> "/api/fund/obligations?within=440703006107&limit=1";
            default -> "/api/partner/open-calls?within=440703006107&limit=1";
        };
        return HttpRequest.newBuilder(URI.create(suite.url(Part.GATEWAY) + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private void call(HttpRequest light, Latencies latencies, AtomicInteger unanswered) {
        long begin = System.nanoTime();
        try {
            int status =
                    http.send(light, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == 200) {
                latencies.add(System.nanoTime() - begin);
                return;
            }
        } catch (IOException lost) {
            // counted below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        unanswered.incrementAndGet();
        latencies.add(PATIENCE.toNanos());
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
        http.shutdownNow();
    }
}
