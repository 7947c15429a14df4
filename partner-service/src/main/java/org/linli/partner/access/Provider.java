package org.linli.partner.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import org.linli.platform.security.BasicCredentials;
import org.linli.platform.security.SecurityProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The OIDC provider as far as clients are registered there (RFC 7591) and removed (RFC 7592). */
@Component
class Provider {

    private final AccessSettings settings;
    private final WebClient http;
    private final CircuitBreaker breaker;
    private final Mono<Metadata> metadata;

    Provider(AccessSettings settings, SecurityProperties security, MeterRegistry meters) {
        this.settings = settings;
        this.breaker = breaker(meters);
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .followRedirect(false)
                        .responseTimeout(settings.timeout())
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                                settings.timeout().toMillis())))
                .build();
        this.metadata = discovered(security.issuer()).cacheInvalidateIf(found -> false);
    }

    private static CircuitBreaker breaker(MeterRegistry meters) {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(10)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        return breakers.circuitBreaker("identity");
    }

    /** Where tokens are issued. */
    Mono<URI> tokenEndpoint() {
        return metadata.map(Metadata::tokens);
    }

    /** A client of that name and scopes. @param request id of what it was asked for, kept by providers that can */
    Mono<Registered> register(String name, List<String> scopes, String request) {
        Map<String, Object> asked = Map.of(
                "client_name",
                name,
                "grant_types",
                List.of("client_credentials"),
                "token_endpoint_auth_method",
                "client_secret_basic",
                "scope",
                String.join(" ", scopes),
                "software_id",
                request);
        return metadata.flatMap(known -> initialToken(known)
                        .flatMap(token -> http.post()
                                .uri(known.registration())
                                .headers(headers -> headers.setBearerAuth(token))
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(asked)
                                .retrieve()
                                .bodyToMono(Registered.class)))
                .timeout(settings.timeout().multipliedBy(2))
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    /** Also well when it is gone already. */
    Mono<Void> remove(URI registration, String token) {
        return http.delete()
                .uri(registration)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .onStatus(status -> Set.of(401, 404).contains(status.value()), gone -> Mono.empty())
                .toBodilessEntity()
                .timeout(settings.timeout())
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .then();
    }

    private Mono<String> initialToken(Metadata known) {
        return Mono.justOrEmpty(settings.fixedToken())
                .switchIfEmpty(Mono.defer(() -> http.post()
                        .uri(known.tokens())
                        .headers(this::signIn)
                        .body(BodyInserters.fromFormData("grant_type", "client_credentials")
                                .with("scope", settings.registrarScope()))
                        .retrieve()
                        .bodyToMono(Token.class)
                        .map(Token::access_token)));
    }

    private void signIn(HttpHeaders headers) {
        headers.set(
                HttpHeaders.AUTHORIZATION,
                BasicCredentials.header(text(settings.registrar()), text(settings.registrarSecret())));
    }

    private Mono<Metadata> discovered(String issuer) {
        URI registration = settings.registrationEndpoint();
        URI tokens = settings.tokenEndpoint();
        if (registration != null && tokens != null) {
            return Mono.just(new Metadata(tokens, registration));
        }
        return http.get()
                .uri(issuer + "/.well-known/openid-configuration")
                .retrieve()
                .bodyToMono(Metadata.class)
                .map(found -> new Metadata(
                        tokens == null ? found.tokens() : tokens,
                        registration == null ? found.registration() : registration))
                .timeout(settings.timeout());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    record Metadata(
            @JsonProperty("token_endpoint") URI tokens,

            @JsonProperty("registration_endpoint") URI registration) {}

    record Token(String access_token) {}

    /** As RFC 7591, 3.2.1 names it. */
    record Registered(
            String client_id,
            String client_secret,
            @Nullable Long client_secret_expires_at,
            @Nullable URI registration_client_uri,
            @Nullable String registration_access_token) {

        /** The secret must not reach a log. */
        @Override
        public String toString() {
            return "Registered[" + client_id + "]";
        }
    }
}
