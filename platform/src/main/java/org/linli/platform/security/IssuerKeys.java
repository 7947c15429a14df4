package org.linli.platform.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The issuer's published keys. They are read when an unknown one is named, at most once a second, and kept while the
 * issuer cannot be reached.
 */
final class IssuerKeys {

    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Mono<Map<String, JWK>> reading;
    private volatile Map<String, JWK> keys = Map.of();

    IssuerKeys(String address) {
        WebClient http = WebClient.create(address);
        this.reading = http.get()
                .retrieve()
                .bodyToMono(String.class)
                .timeout(PATIENCE)
                .map(IssuerKeys::parsed)
                .onErrorMap(failure -> new JwtException("The issuer's keys cannot be read", failure))
                .doOnNext(fresh -> keys = fresh)
                .cache(BETWEEN_READINGS);
    }

    /** The key that the token names, or all where it names none. */
    Flux<JWK> of(SignedJWT token) {
        String id = token.getHeader().getKeyID();
        if (id == null) {
            return reading.flatMapIterable(Map::values);
        }
        JWK known = keys.get(id);
        return known == null ? reading.mapNotNull(fresh -> fresh.get(id)).flux() : Flux.just(known);
    }

    /** Reads them again; the ids of those that are gone, or other ones now. */
    Mono<Set<String>> withdrawn() {
        Map<String, JWK> before = keys;
        return reading.map(after -> before.entrySet().stream()
                .filter(key -> !key.getValue().equals(after.get(key.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    private static Map<String, JWK> parsed(String json) {
        try {
            return JWKSet.parse(json).getKeys().stream()
                    .filter(key -> key.getKeyID() != null)
                    .collect(Collectors.toUnmodifiableMap(JWK::getKeyID, Function.identity(), (one, other) -> one));
        } catch (ParseException e) {
            throw new JwtException("It is no JWK set", e);
        }
    }
}
