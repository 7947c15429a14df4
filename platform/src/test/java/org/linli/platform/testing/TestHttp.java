package org.linli.platform.testing;

import org.linli.platform.security.Role;
import org.springframework.core.env.Environment;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Speaks to the service under test over its real port.
 *
 * <p>Every POST gets a fresh {@code Idempotency-Key} unless the test sets one.
 */
public final class TestHttp {

    private static final String KEY = "Idempotency-Key";
    private static final ExchangeFilterFunction WITH_FRESH_KEY =
            ExchangeFilterFunction.ofRequestProcessor(request -> Mono.just(keyed(request)));
    /** Also where a test looks at the status alone: what is not read is never given back. */
    private static final ExchangeFilterFunction READ_TO_THE_END =
            ExchangeFilterFunction.ofResponseProcessor(TestHttp::readToTheEnd);

    private final Environment environment;

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

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(base().toString())
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(32 * 1024 * 1024))
                .filter(WITH_FRESH_KEY)
                .filter(READ_TO_THE_END)
                .build();
    }

    private static Mono<ClientResponse> readToTheEnd(ClientResponse response) {
        return response.bodyToMono(byte[].class)
                .<Flux<DataBuffer>>map(body -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                .defaultIfEmpty(Flux.empty())
                .map(body -> response.mutate().body(read -> body).build());
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
