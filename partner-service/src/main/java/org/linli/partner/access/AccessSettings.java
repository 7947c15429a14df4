package org.linli.partner.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How clients are registered at the OIDC provider ({@code linli.security.issuer}), after RFC 7591. Without a registrar and
 * without an initial access token no credentials are issued.
 *
 * @param registrar id of the client that registers: it gets a token of {@code registrarScope} for each registration
 * @param registrarSecret its secret
 * @param registrarScope what the provider wants such a token to have
 * @param initialAccessToken instead of a registrar: one token for all registrations
 * @param registrationEndpoint where clients are registered; found by the issuer's metadata unless given
 * @param tokenEndpoint where tokens are issued; found by the issuer's metadata unless given
 * @param timeout for each call of the provider
 * @param lease after which a registration that never reported may be tried again; longer than two time-outs
 */
@ConfigurationProperties("linli.partner.access")
record AccessSettings(
        @Nullable String registrar,
        @Nullable String registrarSecret,
        @DefaultValue("client.create") String registrarScope,
        @Nullable String initialAccessToken,
        @Nullable URI registrationEndpoint,
        @Nullable URI tokenEndpoint,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("30s") Duration lease) {

    AccessSettings {
        if (lease.compareTo(timeout.multipliedBy(2)) <= 0) {
            throw new IllegalArgumentException("linli.partner.access.lease must be longer than two of .timeout");
        }
    }

    boolean canRegister() {
        return initialAccessToken != null || (registrar != null && registrarSecret != null);
    }

    Optional<String> fixedToken() {
        return Optional.ofNullable(initialAccessToken).filter(token -> !token.isBlank());
    }

    /** Secrets must not reach a log. */
    @Override
    public String toString() {
        return "AccessSettings[registrar=" + registrar + "]";
    }
}
