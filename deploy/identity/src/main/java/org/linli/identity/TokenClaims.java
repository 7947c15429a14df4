package org.linli.identity;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Puts name, roles and units into each token, and into access tokens the suite as their audience and the client that asked
 * (RFC 9068). A registered client is a partner's machine; without a scope named it gets all of its own.
 */
record TokenClaims(IdentityProperties properties, RegisteredClients registered)
        implements OAuth2TokenCustomizer<JwtEncodingContext> {

    @Override
    public void customize(JwtEncodingContext token) {
        Authentication signedIn = Objects.requireNonNull(token.getPrincipal(), "a token without a principal");
        properties
                .subject(signedIn.getName())
                .ifPresent(subject -> token.getClaims()
                        .claim("name", subject.name())
                        .claim("roles", subject.roles())
                        .claim("units", subject.units()));
        nameSession(token);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            RegisteredClient client = token.getRegisteredClient();
            token.getClaims().audience(List.of("linli")).claim("client_id", client.getClientId());
            if (registered.ofClientId(client.getClientId()) != null) {
                describeMachine(token, client);
            }
        }
    }

    /** Each token of a machine is a session of its own; those of a person are of the session in the browser. */
    private static void nameSession(JwtEncodingContext token) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())) {
            token.getClaims().claim(SignInStore.SESSION, UUID.randomUUID().toString());
        } else if (token.getAuthorization() != null) {
            token.getClaims().claim(SignInStore.SESSION, SignInStore.session(token.getAuthorization()));
        }
    }

    private static void describeMachine(JwtEncodingContext token, RegisteredClient client) {
        token.getClaims()
                .claim("name", client.getClientName())
                .claim("roles", List.of("partner"))
                .claim("units", List.of());
        if (token.getAuthorizedScopes().isEmpty()) {
            token.getClaims().claim("scope", client.getScopes());
        }
    }
}
