package org.linli.platform.testing;

import org.jspecify.annotations.Nullable;
import org.linli.platform.security.Role;
import org.linli.platform.testing.openapi.DocumentedAnswers;
import org.springframework.core.env.Environment;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Speaks to the service under test over its real port. Whatever it answers is held against its own OpenAPI document: an
 * answer that a validating proxy would not let through fails the test.
 *
 * <p>Every POST gets a fresh {@code Idempotency-Key} unless the test sets one.
 */
public final class TestHttp {

    private static final String KEY = "Idempotency-Key";
    private static final ExchangeFilterFunction WITH_FRESH_KEY =
            ExchangeFilterFunction.ofRequestProcessor(request -> Mono.just(keyed(request)));

    /** Shared by all clients: to make the readers and writers of JSON anew for each costs more than a request. */
    private static final ExchangeStrategies STRATEGIES = ExchangeStrategies.builder()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(32 * 1024 * 1024))
            .build();

    private static final ClientHttpConnector CONNECTOR = new ReactorClientHttpConnector();

    private final Environment environment;
    private @Nullable DocumentedAnswers documented;

    TestHttp(Environment environment) {
        this.environment = environment;
    }

    /** A client with a good token of {@code role} over {@code units}. */
    public WebTestClient as(Role role, String... units) {
        return bearing(() -> TestTokens.token(role, units));
    }

    /** A client that asks for a token with each request: it may be used for longer than one lives. */
    public WebTestClient bearing(Supplier<String> token) {
        return client().mutate()
                .filter(ExchangeFilterFunction.ofRequestProcessor(request -> Mono.just(ClientRequest.from(request)
                        .headers(headers -> headers.setBearerAuth(token.get()))
                        .build())))
                .build();
    }

    /** A client with just this token, good or bad. */
    public WebTestClient bearing(String token) {
        return client().mutate().defaultHeaders(h -> h.setBearerAuth(token)).build();
    }

    /** A client without a token. */
    public WebTestClient anonymous() {
        return client();
    }

    /** The service's address, for clients of the test's own. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** What the service's document allows it to answer, read once. */
    public synchronized DocumentedAnswers documented() {
        DocumentedAnswers known = documented;
        if (known == null) {
            known = DocumentedAnswers.of(plain().build()
                    .get()
                    .uri(environment.getRequiredProperty("springdoc.api-docs.path"))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBodyContent());
            documented = known;
        }
        return known;
    }

    private WebTestClient client() {
        DocumentedAnswers known = documented();
        return plain().filter(WITH_FRESH_KEY)
                .filter((request, next) ->
                        next.exchange(request).flatMap(answer -> readToTheEnd(answer, request, known)))
                .build();
    }

    private WebTestClient.Builder plain() {
        return WebTestClient.bindToServer(CONNECTOR)
                .baseUrl(base().toString())
                .responseTimeout(Duration.ofSeconds(30))
                .exchangeStrategies(STRATEGIES);
    }

    /** Also where a test looks at the status alone: what is not read is never given back. */
    private static Mono<ClientResponse> readToTheEnd(
            ClientResponse response, ClientRequest request, DocumentedAnswers documented) {
        return response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(body -> {
            List<String> faults = documented.faults(
                    request.method().name(),
                    request.url().getRawPath(),
                    response.statusCode(),
                    response.headers().asHttpHeaders(),
                    body);
            if (!faults.isEmpty()) {
                throw new AssertionError("Its own document does not allow what it answers: " + faults + "\n"
                        + new String(body, StandardCharsets.UTF_8));
            }
            Flux<DataBuffer> again =
                    body.length == 0 ? Flux.empty() : Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body));
            return response.mutate().body(read -> again).build();
        });
    }

    private static ClientRequest keyed(ClientRequest request) {
        if (request.method() != HttpMethod.POST || request.headers().containsHeader(KEY)) {
            return request;
        }
        return ClientRequest.from(request)
                .header(KEY, UUID.randomUUID().toString())
                .build();
    }
}
