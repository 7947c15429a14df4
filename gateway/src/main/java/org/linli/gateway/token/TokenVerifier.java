package org.linli.gateway.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
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

/** RS256 by a key of the issuer, its issuer and audience, not ended: nothing else is a token here. */
class TokenVerifier {

    private final NimbusReactiveJwtDecoder decoder;
    private final Duration clockSkew;

    TokenVerifier(TokenProperties properties, IssuerKeys keys) {
        this.clockSkew = properties.clockSkew();
        this.decoder = NimbusReactiveJwtDecoder.withJwkSource(token -> key(token, keys))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(rules(properties));
    }

    Mono<KnownToken> verify(String token) {
        return decoder.decode(token).map(this::known).onErrorMap(TokenVerifier::asProblem);
    }

    private KnownToken known(Jwt jwt) {
        Instant end = Objects.requireNonNull(jwt.getExpiresAt()).plus(clockSkew);
        String keyId = (String) Objects.requireNonNull(jwt.getHeaders().get("kid"));
        return new KnownToken(Objects.requireNonNull(jwt.getSubject()), end.toEpochMilli(), keyId);
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
                new JwtIssuerValidator(properties.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(properties.audience())),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
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

    private static ProblemException refused() {
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
