package org.linli.gateway.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import org.jspecify.annotations.Nullable;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** RS256 by a key of the issuer, its issuer and audience, not ended: nothing else is a token here. */
class TokenVerifier {

    private final NimbusReactiveJwtDecoder decoder;
    private final NimbusReactiveJwtDecoder logouts;
    private final Duration clockSkew;
    private final Duration longestLife;

    TokenVerifier(TokenProperties properties, IssuerKeys keys) {
        this.clockSkew = properties.clockSkew();
        this.longestLife = properties.longestLife();
        this.decoder = NimbusReactiveJwtDecoder.withJwkSource(token -> key(token, keys))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(rules(properties));
        this.logouts = NimbusReactiveJwtDecoder.withJwkSource(token -> key(token, keys))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwtProcessorCustomizer(TokenVerifier::takeAnyType)
                .build();
        logouts.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(properties.clockSkew()),
                new JwtIssuerValidator(properties.issuer()),
                intendedFor(properties.logoutAudience())));
    }

    Mono<VerifiedToken> verify(String token) {
        return decoder.decode(token).map(this::known).onErrorMap(TokenVerifier::asProblem);
    }

    /** What a logout token ends; empty for what is none of our issuer for us. */
    Mono<Logout> verifyLogout(String token) {
        return logouts.decode(token)
                .filter(Logout::isOne)
                .map(Logout::of)
                .onErrorResume(JwtException.class, none -> Mono.empty());
    }

    /** It holds until its end, and no longer than any token may since it was issued: an ended session ends by then. */
    private VerifiedToken known(Jwt jwt) {
        Instant issued = Objects.requireNonNull(jwt.getIssuedAt());
        Instant end = Objects.requireNonNull(jwt.getExpiresAt());
        Instant latest = issued.plus(longestLife);
        return new VerifiedToken(
                Objects.requireNonNull(jwt.getSubject()),
                jwt.getClaimAsString("sid"),
                issued.toEpochMilli(),
                (end.isBefore(latest) ? end : latest).plus(clockSkew).toEpochMilli(),
                (String) Objects.requireNonNull(jwt.getHeaders().get("kid")),
                holds(jwt, "roles", Set.of("city", "hq")) && holds(jwt, "units", Set.of("*")));
    }

    private static boolean holds(Jwt jwt, String claim, Set<String> any) {
        return jwt.getClaims().get(claim) instanceof List<?> values
                && values.stream().anyMatch(value -> value instanceof String text && any.contains(text));
    }

    private static Flux<JWK> key(SignedJWT token, IssuerKeys keys) {
        String id = token.getHeader().getKeyID();
        return id == null
                ? Flux.empty()
                : keys.named(id).onErrorMap(KeyUnavailable::new).flux();
    }

    private static OAuth2TokenValidator<Jwt> rules(TokenProperties properties) {
        JwtTimestampValidator time = new JwtTimestampValidator(properties.clockSkew());
        time.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtClaimValidator<Instant>(JwtClaimNames.IAT, issued -> isRecent(issued, properties)),
                new JwtIssuerValidator(properties.issuer()),
                intendedFor(properties.audience()),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
    }

    /** Not in the future either: where a token names no time of issue, Spring reads one out of its end. */
    private static boolean isRecent(@Nullable Instant issued, TokenProperties properties) {
        Instant now = Instant.now();
        return issued != null
                && issued.isBefore(now.plusSeconds(1).plus(properties.clockSkew()))
                && now.isBefore(issued.plus(properties.longestLife()).plus(properties.clockSkew()));
    }

    private static JwtClaimValidator<List<String>> intendedFor(String us) {
        return new JwtClaimValidator<>(JwtClaimNames.AUD, audience -> audience != null && audience.contains(us));
    }

    /** A logout token says {@code logout+jwt}, or nothing with older providers. */
    private static void takeAnyType(ConfigurableJWTProcessor<JWKSecurityContext> processor) {
        processor.setJWSTypeVerifier((type, context) -> {});
    }

    private static Throwable asProblem(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeyUnavailable) {
                return keyUnavailable();
            }
        }
        return error instanceof JwtException ? refused() : error;
    }

    private static ProblemException keyUnavailable() {
        return Problem.of("part-down", HttpStatus.SERVICE_UNAVAILABLE, "A part of the suite is down")
                .detail("The identity provider cannot be asked for the key of this token · 身份服务暂时不可用")
                .retryAfter(Duration.ofSeconds(2))
                .exception();
    }

    static ProblemException refused() {
        return Problem.of("unauthenticated", HttpStatus.UNAUTHORIZED, "The token is not valid")
                .detail("It has ended, or was not issued for this suite; get a new one · 登录凭证无效或已过期")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .exception();
    }

    private static final class KeyUnavailable extends RuntimeException {
        KeyUnavailable(Throwable cause) {
            super(cause);
        }
    }
}
