package org.linli.platform.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * Whose tokens are believed.
 *
 * @param issuer URL of the OIDC provider, equal to the tokens' {@code iss}
 * @param jwkSetUri where its keys are read; {@code <issuer>/oauth2/jwks} unless given
 * @param audience what a token's {@code aud} must contain
 * @param longestLife how long a token is believed since it was issued, whatever end it names: a session or a credential
 *     that has ended does nothing here for longer than this
 * @param keyRefresh how often the keys are read again: one withdrawn there is not believed here for longer
 * @param clockSkew how far this machine's clock may be off
 * @param rememberedTokens how many verified tokens are remembered, each until it expires
 */
@Validated
@ConfigurationProperties("linli.security")
public record SecurityProperties(
        @NotBlank @DefaultValue("http://127.0.0.1:8090") String issuer,
        @Nullable String jwkSetUri,
        @NotBlank @DefaultValue("linli") String audience,
        @DefaultValue("5m") Duration longestLife,
        @DefaultValue("60s") Duration keyRefresh,
        @DefaultValue("10s") Duration clockSkew,
        @Positive @DefaultValue("20000") int rememberedTokens) {

    public SecurityProperties {
        if (!longestLife.isPositive() || !keyRefresh.isPositive() || clockSkew.isNegative()) {
            throw new IllegalArgumentException(
                    "linli.security: longest-life and key-refresh must be positive, clock-skew not negative");
        }
    }

    public String keysUri() {
        return jwkSetUri == null || jwkSetUri.isBlank() ? issuer + "/oauth2/jwks" : jwkSetUri;
    }
}
