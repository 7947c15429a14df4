package org.linli.gateway.token;

import org.jspecify.annotations.Nullable;

/**
 * A token whose signature and claims were right when it was looked at.
 *
 * @param subject whom it stands for
 * @param session the sign-in that it belongs to; null where it names none
 * @param issuedAt when it was issued, milliseconds since 1970
 * @param expiresAt end of its validity, milliseconds since 1970 on this machine's clock
 * @param keyId the key that signed it
 * @param operates whether it is of who keeps the suite running: city or HQ with rights over every unit
 */
public record VerifiedToken(
        String subject, @Nullable String session, long issuedAt, long expiresAt, String keyId, boolean operates) {

    boolean hasEnded() {
        return System.currentTimeMillis() >= expiresAt;
    }
}
