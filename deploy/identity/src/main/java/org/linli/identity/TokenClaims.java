package org.linli.identity;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

import java.util.List;
import java.util.Objects;

/** Puts name, roles and units into each token, and the suite as the audience of access tokens. */
record TokenClaims(IdentityProperties properties) implements OAuth2TokenCustomizer<JwtEncodingContext> {

    @Override
    public void customize(JwtEncodingContext token) {
        Authentication signedIn = Objects.requireNonNull(token.getPrincipal(), "a token without a principal");
        properties
                .subject(signedIn.getName())
                .ifPresent(subject -> token.getClaims()
                        .claim("name", subject.name())
                        .claim("roles", subject.roles())
                        .claim("units", subject.units()));
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            token.getClaims().audience(List.of("linli"));
        }
    }
}
