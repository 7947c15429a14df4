package org.linli.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.Set;

/**
 * Verified tokens, each remembered until it ends, its key is withdrawn or its session has ended, so that a signature is
 * checked once and not with every request.
 */
@Component
public class VerifiedTokenCache implements DisposableBean {

    private final TokenVerifier verifier;
    private final EndedSessions ended;
    private final Cache<String, VerifiedToken> tokens;
    private final Disposable refreshing;

    VerifiedTokenCache(TokenProperties properties, EndedSessions ended) {
        this.ended = ended;
        IssuerKeys keys = new IssuerKeys(properties.keys().toString(), this::forget);
        this.verifier = new TokenVerifier(properties, keys);
        this.tokens = Caffeine.newBuilder()
                .maximumSize(properties.remembered())
                .expireAfter(Expiry.<String, VerifiedToken>creating((token, known) -> untilItsEnd(known)))
                .build();
        this.refreshing = Flux.interval(properties.refresh())
                .onBackpressureDrop()
                .concatMap(tick -> keys.refreshed())
                .subscribe();
    }

    /** The token if it was verified before and still holds. */
    public @Nullable VerifiedToken find(String token) {
        VerifiedToken known = tokens.getIfPresent(token);
        return known == null || known.hasEnded() || ended.cover(known) ? null : known;
    }

    /** Verifies a token; an error is a problem: 401 for a token that does not hold, 503 when its key cannot be had. */
    public Mono<VerifiedToken> verify(String token) {
        return verifier.verify(token).flatMap(known -> {
            if (ended.cover(known)) {
                return Mono.error(TokenVerifier.refused());
            }
            tokens.put(token, known);
            return Mono.just(known);
        });
    }

    /** Ends what a logout token names, from now on. Whether it is one of our issuer. */
    public Mono<Boolean> end(String logoutToken) {
        return verifier.verifyLogout(logoutToken).doOnNext(ended::add).hasElement();
    }

    private void forget(Set<String> withdrawn) {
        tokens.asMap().values().removeIf(known -> withdrawn.contains(known.keyId()));
    }

    private static Duration untilItsEnd(VerifiedToken known) {
        return Duration.ofMillis(Math.max(0, known.expiresAt() - System.currentTimeMillis()));
    }

    @Override
    public void destroy() {
        refreshing.dispose();
    }
}
