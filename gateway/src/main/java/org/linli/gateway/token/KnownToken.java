package org.linli.gateway.token;

/**
 * A token whose signature and claims were right when it was looked at.
 *
 * @param subject whom it stands for
 * @param expiresAt end of its validity, milliseconds since 1970 on this machine's clock
 * @param keyId the key that signed it
 */
public record KnownToken(String subject, long expiresAt, String keyId) {

    boolean hasEnded() {
        return System.currentTimeMillis() >= expiresAt;
    }
}
