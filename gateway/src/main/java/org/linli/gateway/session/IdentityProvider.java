package org.linli.gateway.session;

import org.jspecify.annotations.Nullable;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.token.TokenProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The OIDC provider as pages use it: where it signs in, and what it gives for a code or a refresh token. */
@Component
class IdentityProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A token is renewed this long before its end: clocks differ, and requests take their time. */
    private static final long EARLY_SECONDS = 30;

    private final WebClient http = WebClient.create();
    private final String client;
    private final Mono<Addresses> addresses;

    IdentityProvider(TokenProperties tokens, SessionProperties session) {
        this.client = session.client();
        this.addresses = http.get()
                .uri(tokens.issuer() + "/.well-known/openid-configuration")
                .retrieve()
                .bodyToMono(Addresses.class)
                .timeout(PATIENCE)
                .onErrorMap(IdentityProvider::isAway, IdentityProvider::away)
                .cacheInvalidateIf(known -> false);
    }

    /** Of OpenID Connect Discovery 1.0. */
    record Addresses(
            URI authorization_endpoint,
            URI token_endpoint,
            @Nullable URI revocation_endpoint,
            @Nullable URI end_session_endpoint) {}

    private record Tokens(
            String access_token, @Nullable String refresh_token, @Nullable String id_token, long expires_in) {

        Session session(@Nullable Session before) {
            long renewAt = System.currentTimeMillis() + Math.max(0, expires_in - EARLY_SECONDS) * 1000;
            return new Session(
                    access_token,
                    refresh_token == null && before != null ? before.refresh() : refresh_token,
                    id_token == null && before != null ? before.id() : id_token,
                    renewAt);
        }
    }

    Mono<Addresses> addresses() {
        return addresses;
    }

    String client() {
        return client;
    }

    /** Empty where the provider does not take the code. */
    Mono<Session> session(SignIn signIn, String code, String redirect) {
        return tokens(Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", redirect,
                        "code_verifier", signIn.verifier()))
                .map(tokens -> tokens.session(null));
    }

    /** Empty where the session has ended. */
    Mono<Session> renewed(Session session) {
        return session.refresh() == null
                ? Mono.empty()
                : tokens(Map.of("grant_type", "refresh_token", "refresh_token", session.refresh()))
                        .map(tokens -> tokens.session(session));
    }

    /** So that nobody can go on with it; that the provider is away keeps nobody from signing out here. */
    Mono<Void> revoke(Session session) {
        if (session.refresh() == null) {
            return Mono.empty();
        }
        return addresses
                .mapNotNull(Addresses::revocation_endpoint)
                .flatMap(address -> post(address, Map.of("token", session.refresh(), "token_type_hint", "refresh_token"))
                        .exchangeToMono(ClientResponse::releaseBody))
                .timeout(PATIENCE)
                .onErrorComplete();
    }

    private Mono<Tokens> tokens(Map<String, String> fields) {
        return addresses
                .flatMap(known -> post(known.token_endpoint(), fields).exchangeToMono(IdentityProvider::read))
                .timeout(PATIENCE)
                .onErrorMap(IdentityProvider::isAway, IdentityProvider::away);
    }

    private WebClient.RequestHeadersSpec<?> post(URI address, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        form.add("client_id", client);
        return http.post().uri(address).body(BodyInserters.fromFormData(form));
    }

    private static Mono<Tokens> read(ClientResponse answer) {
        if (answer.statusCode().is2xxSuccessful()) {
            return answer.bodyToMono(Tokens.class);
        }
        return answer.releaseBody()
                .then(answer.statusCode().is5xxServerError() ? Mono.error(away(null)) : Mono.empty());
    }

    private static boolean isAway(Throwable error) {
        return error instanceof WebClientException || error instanceof TimeoutException;
    }

    private static Throwable away(@Nullable Throwable cause) {
        return Problem.of("identity-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "The identity provider does not answer")
                .detail("Nothing was done. Try again in a moment · 登录服务暂时没有响应，请稍后再试")
                .retryAfter(Duration.ofSeconds(2))
                .exception();
    }
}
