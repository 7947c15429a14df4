package org.linli.gateway.backend;

import io.netty.channel.ChannelOption;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import java.net.URI;
import java.time.Duration;

/** Reads what the gateway itself wants to know of a part: how it is, and what it offers. */
@Component
public class BackendReader {

    private final HttpClient http;
    private final BackendProperties parts;

    BackendReader(BackendProperties parts, WaitProperties wait) {
        this.parts = parts;
        this.http = HttpClient.create()
                .disableRetry(true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(wait.connect().toMillis()));
    }

    /** The answer of a part to a GET; an error when there is none in time. */
    public Mono<Reading> read(Backend part, String path, Duration atMost) {
        URI address = parts.of(part).resolve(path);
        return http.responseTimeout(atMost)
                .get()
                .uri(address)
                .responseSingle((answer, body) -> body.asByteArray()
                        .defaultIfEmpty(new byte[0])
                        .map(bytes -> new Reading(answer.status().code(), bytes)));
    }

    /** The same, with a failure turned into the problem that names the part. */
    public Mono<Reading> readOrProblem(Backend part, String path, Duration atMost) {
        return read(part, path, atMost).onErrorMap(error -> {
            BackendFailure failure = BackendFailure.of(error);
            return failure == null
                    ? error
                    : failure.problem(part, Duration.ofSeconds(2)).exception();
        });
    }

    /**
     * What a part answered.
     *
     * @param status HTTP status
     * @param body as sent
     */
    public record Reading(int status, byte[] body) {}
}
