package org.linli.gateway.token;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What the issuer says has ended, by a logout token (OpenID Connect Back-Channel Logout 1.0, 2.4): one session, or all of
 * a subject where it names no session.
 *
 * @param at when: tokens that were issued until then have ended
 */
record Logout(@Nullable String session, @Nullable String subject, Instant at) {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    static boolean isOne(Jwt jwt) {
        return jwt.getClaims().get("events") instanceof Map<?, ?> events
                && events.containsKey(EVENT)
                && !jwt.hasClaim("nonce")
                && jwt.getIssuedAt() != null
                && (jwt.hasClaim("sid") || jwt.getSubject() != null);
    }

    static Logout of(Jwt jwt) {
        return new Logout(jwt.getClaimAsString("sid"), jwt.getSubject(), Objects.requireNonNull(jwt.getIssuedAt()));
    }
}
