package org.linli.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Compares the published secret as it stands: a hash would hide nothing and cost time. A registered client's is kept as
 * its SHA-256 alone: it is 384 random bits, so nobody guesses it back.
 */
class ClientSecrets implements PasswordEncoder {

    private static final String HASHED = "{sha256}";

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : HASHED + Base64.getEncoder().encodeToString(sha256(bytes(secret)));
    }

    @Override
    public boolean matches(@Nullable CharSequence given, @Nullable String expected) {
        if (given == null || expected == null) {
            return false;
        }
        String shown = expected.startsWith(HASHED) ? encode(given) : given.toString();
        return shown != null && MessageDigest.isEqual(bytes(shown), bytes(expected));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
