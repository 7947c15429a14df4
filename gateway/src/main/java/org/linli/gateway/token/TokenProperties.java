package org.linli.gateway.token;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;

/**
 * Whose tokens are believed; the same settings as in the services.
 *
 * @param issuer what {@code iss} must be, to the letter
 * @param jwkSetUri where the issuer publishes its keys; {@code <issuer>/oauth2/jwks} when not given
 * @param audience what {@code aud} must contain
 * @param longestLife how long a token is believed since it was issued, whatever end it names: what a session or a
 *     credential that ended may still do elsewhere, it does no longer than this
 * @param logoutAudience what the {@code aud} of a logout token must contain: the client of the pages at the issuer
 * @param endedSessions how many ended sessions are remembered, each until its last token has ended
 * @param clockSkew how far the issuer's clock may be off
 * @param refresh how often the keys are asked for again: a key withdrawn there is not believed here for longer
 * @param remembered how many verified tokens are remembered
 */
@ConfigurationProperties("linli.security")
public record TokenProperties(
        @DefaultValue("http://127.0.0.1:8090") String issuer,
        @Nullable URI jwkSetUri,
        @DefaultValue("linli") String audience,
        @DefaultValue("5m") Duration longestLife,
        @DefaultValue("linli-console") String logoutAudience,
        @DefaultValue("100000") long endedSessions,
        @DefaultValue("5s") Duration clockSkew,
        @DefaultValue("60s") Duration refresh,
        @DefaultValue("10000") long remembered) {

    public TokenProperties {
        if (issuer.isBlank() || audience.isBlank() || !refresh.isPositive() || clockSkew.isNegative()) {
            throw new IllegalArgumentException(
                    "linli.security: issuer and audience must be given, refresh positive, clock-skew not negative");
        }
        if (!longestLife.isPositive() || endedSessions < 1) {
            throw new IllegalArgumentException(
                    "linli.security: longest-life must be positive, ended-sessions 1 or more");
        }
    }

    URI keys() {
        return jwkSetUri == null ? URI.create(issuer + "/oauth2/jwks") : jwkSetUri;
    }
}
