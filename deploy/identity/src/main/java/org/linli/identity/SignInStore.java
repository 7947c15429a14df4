package org.linli.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Remembers people's sign-ins as long as their session in the browser lasts, and a token that may register a client until
 * it has done so: it is good for one. Any other token of a machine carries all that is needed and would only pile up in
 * memory, as would what is over: nothing is remembered beyond its end, and no more than there is room for. Where a session
 * ends, a token is revoked or a refresh token is used a second time, all of the session ends, and
 * {@link BackChannelLogout} says so.
 */
class SignInStore implements OAuth2AuthorizationService {

    /** The session that a sign-in belongs to: claim {@code sid} of its tokens, as the framework makes it for ID tokens. */
    static final String SESSION = "sid";

    /** So many are remembered; the longest unused give way, and their pages sign in anew. */
    private static final int MOST_SIGN_INS = 4_000;

    private static final int MOST_OF_A_SESSION = 50;
    private static final int MOST_REGISTRATIONS = 500;
    private static final int MOST_USED = 20_000;

    /** An unfinished sign-in has no token that would end. */
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private final OAuth2AuthorizationService remembered = new InMemoryOAuth2AuthorizationService();
    private final ExpiringIds signIns = new ExpiringIds(MOST_SIGN_INS, MOST_OF_A_SESSION);
    private final ExpiringIds registrations = new ExpiringIds(MOST_REGISTRATIONS, MOST_REGISTRATIONS);

    /** Refresh tokens that were used, with their sign-in. */
    private final Map<String, String> used = Collections.synchronizedMap(new Bounded());

    private final RegisteredClientRepository clients;
    private final JwtDecoder decoder;
    private final BackChannelLogout logout;

    SignInStore(RegisteredClientRepository clients, JwtDecoder decoder, BackChannelLogout logout) {
        this.clients = clients;
        this.decoder = decoder;
        this.logout = logout;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            saveMachines(authorization);
        } else if (isRevoked(authorization)) {
            endSession(session(authorization));
        } else {
            OAuth2Authorization known = remembered.findById(authorization.getId());
            OAuth2Authorization signIn = withSession(authorization);
            List<String> gone = signIns.put(signIn.getId(), session(signIn), end(signIn), Instant.now());
            rememberUsed(known, signIn);
            remembered.save(signIn);
            forgetCode(known);
            forget(gone);
        }
    }

    private void saveMachines(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AccessToken> token = authorization.getAccessToken();
        if (authorization.getAuthorizedScopes().contains(Clients.REGISTER)) {
            OAuth2Authorization known = remembered.findById(authorization.getId());
            if (known != null) {
                // Only what is equal is removed, and the used one is not equal to the fresh one.
                remembered.remove(known);
            }
            if (token == null || !token.isInvalidated()) {
                remembered.save(authorization);
                forget(registrations.put(authorization.getId(), Clients.REGISTER, end(authorization), Instant.now()));
            } else {
                registrations.removeAll(List.of(authorization.getId()));
            }
        } else if (token != null && token.isInvalidated()) {
            logout.session(session(authorization), authorization.getPrincipalName());
        }
    }

    private void forget(List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        for (String id : ids) {
            OAuth2Authorization known = remembered.findById(id);
            if (known != null) {
                remembered.remove(known);
            }
        }
        used.values().removeAll(Set.copyOf(ids));
    }

    private static Instant end(OAuth2Authorization authorization) {
        Instant end = Instant.now().plus(SHORTEST);
        end = later(end, authorization.getToken(OAuth2AuthorizationCode.class));
        end = later(end, authorization.getAccessToken());
        return later(end, authorization.getRefreshToken());
    }

    private static Instant later(Instant end, OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        Instant own = token == null ? null : token.getToken().getExpiresAt();
        return own == null || own.isBefore(end) ? end : own;
    }

    /** What was known with a code alone lies apart, and would be found again once the session has ended. */
    private void forgetCode(@Nullable OAuth2Authorization known) {
        if (known != null && known.getAccessToken() == null) {
            remembered.remove(known);
        }
    }

    private void rememberUsed(@Nullable OAuth2Authorization known, OAuth2Authorization fresh) {
        String before = refreshToken(known);
        if (before != null && !before.equals(refreshToken(fresh))) {
            used.put(hash(before), fresh.getId());
        }
    }

    private static @Nullable String refreshToken(@Nullable OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2RefreshToken> token =
                authorization == null ? null : authorization.getRefreshToken();
        return token == null ? null : token.getToken().getTokenValue();
    }

    private static boolean isRevoked(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AccessToken> access = authorization.getAccessToken();
        OAuth2Authorization.Token<OAuth2RefreshToken> refresh = authorization.getRefreshToken();
        return (access != null && access.isInvalidated()) || (refresh != null && refresh.isInvalidated());
    }

    /** A sign-in is first saved in the request of the browser's that it is made by. */
    private static OAuth2Authorization withSession(OAuth2Authorization authorization) {
        if (authorization.getAttribute(SESSION) != null) {
            return authorization;
        }
        HttpSession session = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getSession(false)
                : null;
        return OAuth2Authorization.from(authorization)
                .attribute(SESSION, hash(session == null ? authorization.getId() : session.getId()))
                .build();
    }

    static String session(OAuth2Authorization authorization) {
        return Objects.requireNonNullElse(authorization.getAttribute(SESSION), authorization.getId());
    }

    /** Also where it was left alone for too long. */
    @EventListener
    void ended(HttpSessionDestroyedEvent event) {
        endSession(hash(event.getId()));
    }

    void endSession(@Nullable String session) {
        if (session == null) {
            return;
        }
        List<String> ids = signIns.of(session);
        String subject = null;
        for (String id : ids) {
            OAuth2Authorization signIn = remembered.findById(id);
            subject = signIn == null ? subject : signIn.getPrincipalName();
        }
        forget(ids);
        signIns.removeAll(ids);
        if (subject != null) {
            logout.session(session, subject);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        remembered.remove(authorization);
        signIns.removeAll(List.of(authorization.getId()));
        registrations.removeAll(List.of(authorization.getId()));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return remembered.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        OAuth2Authorization found = remembered.findByToken(token, tokenType);
        if (found != null) {
            return found;
        }
        if (tokenType == null) {
            return ofMachine(token);
        }
        if (OAuth2TokenType.REFRESH_TOKEN.equals(tokenType)) {
            endTheSessionOfAUsed(token);
        }
        return null;
    }

    /** Either its thief or its owner shows it the second time: which of them, nobody can tell. */
    private void endTheSessionOfAUsed(String refreshToken) {
        String signIn = used.remove(hash(refreshToken));
        String session = signIn == null ? null : signIns.sessionOf(signIn);
        if (session != null) {
            endSession(session);
        }
    }

    /** What a machine's token says of itself, for who revokes it or asks what it is worth. */
    private @Nullable OAuth2Authorization ofMachine(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
            RegisteredClient client = clients.findByClientId(String.valueOf(claims.getClaim("client_id")));
            if (client == null || claims.getStringClaim(SESSION) == null) {
                return null;
            }
            OAuth2AccessToken access = new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER, token, jwt.getIssuedAt(), jwt.getExpiresAt());
            return OAuth2Authorization.withRegisteredClient(client)
                    .id(claims.getStringClaim(SESSION))
                    .principalName(claims.getSubject())
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .attribute(SESSION, claims.getStringClaim(SESSION))
                    .token(access, about -> about.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, jwt.getClaims()))
                    .build();
        } catch (JwtException | java.text.ParseException noneOfOurs) {
            return null;
        }
    }

    private static final class Bounded extends LinkedHashMap<String, String> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_USED;
        }
    }

    static String hash(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
