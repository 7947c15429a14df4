package org.linli.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The RSA key (2048 bit, RS256) that signs tokens, kept as a JSON Web Key in a file that only its owner may read. */
final class SigningKey {

    private SigningKey() {}

    /** Reads the key, or makes it on the first start. A file that is not a key stops the start-up with its name. */
    static RSAKey at(Path file) {
        try {
            return Files.exists(file) ? read(file) : create(file.toAbsolutePath());
        } catch (IOException | JOSEException | ParseException e) {
            throw new IllegalStateException(
                    "Cannot use the signing key " + file.toAbsolutePath()
                            + ": make its directory writable, or delete the file to get a new key (tokens end)",
                    e);
        }
    }

    private static RSAKey read(Path file) throws IOException, ParseException {
        return RSAKey.parse(Files.readString(file));
    }

    private static RSAKey create(Path file) throws IOException, JOSEException {
        RSAKey key = new RSAKeyGenerator(2048)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(
                file.getParent(),
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, key.toJSONString());
        // A start that is killed here leaves no half-written key behind.
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }
}
