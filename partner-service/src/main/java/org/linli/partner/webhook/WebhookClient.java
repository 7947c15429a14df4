package org.linli.partner.webhook;

import io.netty.channel.ChannelOption;
import org.linli.partner.webhook.DueDeliveries.Due;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import javax.net.ssl.SSLException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/** Makes one attempt: a connection of its own, no redirect followed, nothing read but the status and when to come again. */
@Component
class WebhookClient {

    private static final int CONNECT_MILLIS = 5_000;

    private final Targets targets;
    private final Duration timeout;
    private final Clock clock;
    private final WebClient client;

    WebhookClient(Targets targets, WebhookSettings settings, Clock clock) {
        this.targets = targets;
        this.timeout = settings.timeout();
        this.clock = clock;
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(ConnectionProvider.newConnection())
                        .followRedirect(false)
                        .resolver(new CheckedResolver(targets.names()))
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)))
                .build();
    }

    /** Never fails: what went wrong is the outcome. */
    Mono<DeliveryAttempt> send(Due due) {
        return Mono.defer(() -> {
            Instant start = clock.instant();
            return answer(due, start)
                    .timeout(timeout)
                    .onErrorResume(failure ->
                            Mono.just(new DeliveryAttempt(start, null, reason(failure), millis(start), null)));
        });
    }

    private Mono<DeliveryAttempt> answer(Due due, Instant start) {
        long second = start.getEpochSecond();
        String id = due.webhookId().toString();
        return Mono.fromCallable(() -> targets.checked(due.url()))
                .flatMap(target -> client.post()
                        .uri(target)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("User-Agent", "Linli-Webhooks/1")
                        .header("webhook-id", id)
                        .header("webhook-timestamp", String.valueOf(second))
                        .header("webhook-signature", due.secrets().signatures(id, second, due.body()))
                        .bodyValue(due.body())
                        .exchangeToMono(answer -> Mono.just(attempted(
                                start,
                                answer.statusCode().value(),
                                answer.headers().asHttpHeaders()))));
    }

    private DeliveryAttempt attempted(Instant start, int status, HttpHeaders headers) {
        String outcome = status / 100 == 2 ? "delivered" : status / 100 == 3 ? "redirects are not followed" : "refused";
        Instant notBefore = RetryAfter.of(status, headers, clock.instant()).orElse(null);
        return new DeliveryAttempt(start, status, outcome, millis(start), notBefore);
    }

    private long millis(Instant start) {
        return Math.max(0, Duration.between(start, clock.instant()).toMillis());
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case HostNames.InnerAddressRefused inner -> {
                    return "the target leads to an inner address";
                }
                case UnknownHostException unknown -> {
                    return "the host cannot be found";
                }
                case TimeoutException late -> {
                    return "no answer in time";
                }
                case SSLException untrusted -> {
                    return "no trusted TLS connection";
                }
                default -> {}
            }
        }
        return "no connection";
    }
}
