package org.linli.platform.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The issuer's published keys. They are read when an unknown one is named, at most once a second, and kept while the
 * issuer cannot be reached.
 */
final class IssuerKeys {

    private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Consumer<Set<String>> withdrawn;
    private final Mono<Map<String, JWK>> reading;
    private volatile Map<String, JWK> keys = Map.of();
    private volatile boolean unreadable;

    /** @param withdrawn told the ids whose key is gone or another one now, whoever's question brought that to light */
    IssuerKeys(String address, Consumer<Set<String>> withdrawn) {
        this.withdrawn = withdrawn;
        WebClient http = WebClient.create(address);
        this.reading = http.get()
                .retrieve()
                .bodyToMono(String.class)
                .timeout(PATIENCE)
                .map(IssuerKeys::parsed)
                .onErrorMap(failure -> new JwtException("The issuer's keys cannot be read", failure))
                .doOnNext(this::keep)
                .doOnError(this::note)
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

    /** Reads them again; what fails is logged here and leaves the keys as they are. */
    Mono<Void> refreshed() {
        return reading.then().onErrorComplete();
    }

    private void keep(Map<String, JWK> fresh) {
        Map<String, JWK> before = keys;
        keys = fresh;
        unreadable = false;
        Set<String> gone = before.entrySet().stream()
                .filter(key -> !key.getValue().equals(fresh.get(key.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!gone.isEmpty()) {
            withdrawn.accept(gone);
        }
    }

    /** Said once, not with every attempt. */
    private void note(Throwable failure) {
        if (!unreadable) {
            log.warn("{}: {}", failure.getMessage(), String.valueOf(failure.getCause()));
        }
        unreadable = true;
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
