package org.linli.gateway.session;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.Base64;

/**
 * How people's sessions are kept.
 *
 * @param key that cookies are encrypted with, 32 bytes in base64, the same for all gateways of a deployment; made anew at
 *     each start when not given, which ends all sessions
 * @param client of the pages at the provider: authorization code with PKCE, no secret
 * @param life how long a session lasts at most without signing in again; the provider's own end comes first
 */
@ConfigurationProperties("linli.session")
public record SessionProperties(
        @Nullable String key,
        @DefaultValue("linli-console") String client,
        @DefaultValue("12h") Duration life) {

    private static final int BYTES = 32;

    public SessionProperties {
        if (key != null && bytes(key).length != BYTES) {
            throw new IllegalArgumentException("linli.session.key must be 32 bytes in base64 (openssl rand -base64 32)");
        }
        if (!life.isPositive()) {
            throw new IllegalArgumentException("linli.session.life must be positive");
        }
    }

    private static byte[] bytes(String key) {
        try {
            return Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    byte @Nullable [] keyBytes() {
        return key == null ? null : bytes(key);
    }
}
