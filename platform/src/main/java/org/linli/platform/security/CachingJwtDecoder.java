package org.linli.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Remembers a verified token until it expires, or is as old as any may be, or its key is withdrawn: so its signature is
 * checked once and not at every request. Tokens that fail are never remembered. The whole token is the key: another
 * signature is another token.
 */
public final class CachingJwtDecoder implements ReactiveJwtDecoder {

    private final ReactiveJwtDecoder verifier;
    private final Cache<String, Jwt> verified;
    private final Duration longestLife;
    private final Clock clock;

    /** @param longestLife how long a token is believed since it was issued */
    public CachingJwtDecoder(ReactiveJwtDecoder verifier, Duration longestLife, int capacity, Clock clock) {
        this.verifier = verifier;
        this.longestLife = longestLife;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(capacity)
                .expireAfter(Expiry.<String, Jwt>creating((token, jwt) -> timeLeft(jwt)))
                .build();
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null && timeLeft(known).isPositive()) {
            return Mono.just(known);
        }
        return verifier.decode(token).doOnNext(jwt -> verified.put(token, jwt));
    }

    /** Those that were signed by these keys are verified anew. */
    void forget(Set<String> keys) {
        verified.asMap()
                .values()
                .removeIf(jwt -> keys.contains(String.valueOf(jwt.getHeaders().get("kid"))));
    }

    private Duration timeLeft(Jwt jwt) {
        Instant now = clock.instant();
        Instant issued = jwt.getIssuedAt();
        Instant expiry = jwt.getExpiresAt();
        Duration left = expiry == null ? Duration.ZERO : Duration.between(now, expiry);
        Duration young = issued == null ? left : Duration.between(now, issued.plus(longestLife));
        Duration shorter = young.compareTo(left) < 0 ? young : left;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }
}
