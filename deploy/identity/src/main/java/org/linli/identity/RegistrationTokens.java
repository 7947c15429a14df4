package org.linli.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The tokens by which registered clients are removed (RFC 7592): each a function of its client and of our key, so that
 * none is kept and all outlive a restart.
 */
class RegistrationTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String BEARER = "Bearer ";

    private final SecretKeySpec key;

    RegistrationTokens(RSAKey signing) {
        try {
            this.key = new SecretKeySpec(signing.toRSAPrivateKey().getEncoded(), ALGORITHM);
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key has no private half", e);
        }
    }

    String of(String clientId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] text = ("registration of " + clientId).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    boolean isOf(String clientId, String authorization) {
        return MessageDigest.isEqual(
                (BEARER + of(clientId)).getBytes(StandardCharsets.UTF_8),
                authorization.getBytes(StandardCharsets.UTF_8));
    }
}
