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
 * @param clockSkew how far this machine's clock may be off
 * @param rememberedTokens how many verified tokens are remembered, each until it expires
 */
@Validated
@ConfigurationProperties("linli.security")
public record SecurityProperties(
        @NotBlank @DefaultValue("http://127.0.0.1:8090") String issuer,
        @Nullable String jwkSetUri,
        @NotBlank @DefaultValue("linli") String audience,
        @DefaultValue("10s") Duration clockSkew,
        @Positive @DefaultValue("20000") int rememberedTokens) {

    public String keysUri() {
        return jwkSetUri == null || jwkSetUri.isBlank() ? issuer + "/oauth2/jwks" : jwkSetUri;
    }
}
