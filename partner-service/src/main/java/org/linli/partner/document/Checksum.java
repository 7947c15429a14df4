package org.linli.partner.document;

import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * What the bytes of one PATCH must hash to.
 *
 * <p>Source: tus 1.0, extension checksum: {@code Upload-Checksum: <algorithm> <Base64>}.
 */
final class Checksum {

    static final String HEADER = "Upload-Checksum";
    static final String ALGORITHMS = "sha1,sha256";
    private static final Map<String, String> NAMES = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final MessageDigest digest;
    private final byte[] expected;

    private Checksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** @throws org.linli.platform.problem.ProblemException (400) where the header cannot be read */
    static Checksum parse(String header) {
        String[] parts = header.strip().split(" ", -1);
        String name = NAMES.get(parts[0]);
        if (parts.length != 2 || name == null) {
            throw unreadable();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(name);
            byte[] expected = Base64.getDecoder().decode(parts[1]);
            if (expected.length != digest.getDigestLength()) {
                throw unreadable();
            }
            return new Checksum(digest, expected);
        } catch (IllegalArgumentException notBase64) {
            throw unreadable();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + name, impossible);
        }
    }

    void add(byte[] bytes) {
        digest.update(bytes);
    }

    boolean matches() {
        return MessageDigest.isEqual(digest.digest(), expected);
    }

    private static RuntimeException unreadable() {
        return Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The checksum cannot be read")
                .field(HEADER, "not a checksum", "sha1 or sha256, a space, the digest in Base64")
                .exception();
    }
}
