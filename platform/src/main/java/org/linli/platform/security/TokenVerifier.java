package org.linli.platform.security;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/** RS256 by a key that the issuer publishes now, its issuer and audience, not ended and not too old: else it is no token. */
final class TokenVerifier implements ReactiveJwtDecoder, DisposableBean {

    private final CachingJwtDecoder remembering;
    private final Disposable refreshing;

    TokenVerifier(SecurityProperties properties, Clock clock) {
        IssuerKeys keys = new IssuerKeys(properties.keysUri(), this::forget);
        NimbusReactiveJwtDecoder verifier = NimbusReactiveJwtDecoder.withJwkSource(keys::of)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        verifier.setJwtValidator(rules(properties, clock));
        this.remembering =
                new CachingJwtDecoder(verifier, properties.longestLife(), properties.rememberedTokens(), clock);
        this.refreshing = Flux.interval(properties.keyRefresh())
                .onBackpressureDrop()
                .concatMap(tick -> keys.refreshed())
                .subscribe();
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return remembering.decode(token);
    }

    private void forget(Set<String> withdrawn) {
        remembering.forget(withdrawn);
    }

    private static OAuth2TokenValidator<Jwt> rules(SecurityProperties properties, Clock clock) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(properties.clockSkew()),
                new JwtClaimValidator<Instant>("exp", Objects::nonNull),
                new JwtClaimValidator<Instant>("iat", issued -> isRecent(issued, properties, clock.instant())),
                new JwtIssuerValidator(properties.issuer()),
                new JwtClaimValidator<Collection<String>>(
                        "aud", audience -> audience != null && audience.contains(properties.audience())));
    }

    /** Not in the future either: where a token names no time of issue, Spring reads one out of its end. */
    private static boolean isRecent(Instant issued, SecurityProperties properties, Instant now) {
        return issued != null
                && issued.isBefore(now.plusSeconds(1).plus(properties.clockSkew()))
                && now.isBefore(issued.plus(properties.longestLife()).plus(properties.clockSkew()));
    }

    @Override
    public void destroy() {
        refreshing.dispose();
    }
}
