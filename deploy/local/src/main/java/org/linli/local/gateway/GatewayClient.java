package org.linli.local.gateway;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The gateway as a client sees it. A call that got no answer, or was told to come later (429, 502, 503, 504), is made
 * again after the time asked for, with the same {@code Idempotency-Key}, so nothing is ever done twice.
 */
public final class GatewayClient implements AutoCloseable {
    private static final Set<Integer> COME_LATER = Set.of(429, 502, 503, 504);
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String gateway;
    private final HttpClient http;
    private final Tokens tokens;
    private final Duration patience;
    private final CommandListener before;

    /**
     * @param gateway address without a slash at the end
     * @param issuer address of the identity provider
     * @param patience how long a call is repeated before it counts as failed
     */
    public GatewayClient(String gateway, String issuer, Duration patience) {
        this(gateway, issuer, patience, command -> {});
    }

    /** @param before is told of each command before it is sent */
    public GatewayClient(String gateway, String issuer, Duration patience, CommandListener before) {
        this.before = before;
        this.gateway = gateway;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.tokens = new Tokens(http, issuer);
        this.patience = patience;
    }

    /** @param key of a POST */
    public record Command(
            String method,
            String path,
            String token,
            @Nullable String key,
            byte[] body) {}

    @FunctionalInterface
    public interface CommandListener {
        void about(Command command);
    }

    /** The client's access token as text. */
    public String token(String client) {
        try {
            return tokens.of(client);
        } catch (IOException e) {
            throw new CallFailure("identity does not answer: " + e.getMessage());
        }
    }

    public Answer get(String client, String path) {
        return call(client, "GET " + path, request(path).GET());
    }

    /** @param idempotencyKey the same for every repetition of the same act */
    public Answer post(String client, String path, Object body, String idempotencyKey) {
        byte[] json = Answer.JSON.writeValueAsBytes(body);
        before.about(new Command("POST", path, token(client), idempotencyKey, json));
        return call(
                client,
                "POST " + path,
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json)));
    }

    /** Puts a thing as a whole, so that a repetition changes nothing more. */
    public Answer put(String client, String path, Object body) {
        byte[] json = Answer.JSON.writeValueAsBytes(body);
        before.about(new Command("PUT", path, token(client), null, json));
        return call(
                client,
                "PUT " + path,
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(60));
    }

    private Answer call(String client, String name, HttpRequest.Builder request) {
        long end = System.nanoTime() + patience.toNanos();
        String last = "no answer";
        boolean renewed = false;
        for (int attempt = 0; System.nanoTime() < end; attempt++) {
            long pause = backOff(attempt);
            try {
                HttpResponse<byte[]> response = http.send(
                        request.setHeader("Authorization", "Bearer " + tokens.of(client))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                Answer answer = new Answer(name, response.statusCode(), response.body());
                if (answer.status() == 401 && !renewed) {
                    renewed = true;
                    tokens.forget(client);
                    continue;
                }
                if (!comeLater(answer)) {
                    return answer;
                }
                last = answer.status() + " " + answer.problem().shown();
                pause = Math.max(pause, retryAfterMillis(response));
            } catch (IOException lost) {
                last = String.valueOf(lost.getMessage() == null ? lost : lost.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CallFailure(name + " was interrupted");
            }
            LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
        }
        throw new CallFailure(name + " was not answered within " + patience.toSeconds() + " s; last: " + last);
    }

    private static boolean comeLater(Answer answer) {
        return COME_LATER.contains(answer.status())
                || (answer.status() == 409 && answer.problem().slug().contains("in-progress"));
    }

    private static long backOff(int attempt) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, 50L << Math.min(attempt, 6));
        return ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
    }

    private static long retryAfterMillis(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Long.parseLong(value) * 1000)
                .orElse(0L);
    }

    @Override
    public void close() {
        http.close();
    }
}
