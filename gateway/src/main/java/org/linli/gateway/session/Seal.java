package org.linli.gateway.session;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Optional;

/** Seals what a browser carries for us (JWE, AES-256-GCM, compressed): it can neither read nor change it. */
@Component
class Seal {

    private static final Logger log = LoggerFactory.getLogger(Seal.class);
    private static final int BYTES = 32;

    private final JsonMapper json = JsonMapper.shared();
    private final byte[] key;

    Seal(SessionProperties properties) {
        byte[] given = properties.keyBytes();
        if (given == null) {
            log.info("linli.session.key is not given: sessions end with this process, and several gateways need one key");
            given = new byte[BYTES];
            new SecureRandom().nextBytes(given);
        }
        this.key = given;
    }

    /** @param purpose what it is for: what was sealed for one thing is not taken for another */
    String close(String purpose, Object content) {
        try {
            JWEObject sealed = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                            .compressionAlgorithm(CompressionAlgorithm.DEF)
                            .contentType(purpose)
                            .build(),
                    new Payload(json.writeValueAsBytes(content)));
            sealed.encrypt(new DirectEncrypter(key));
            return sealed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A session could not be sealed", e);
        }
    }

    /** Empty for what was not sealed here, by this key and for this purpose. */
    <T> Optional<T> open(String purpose, String sealed, Class<T> type) {
        try {
            JWEObject object = JWEObject.parse(sealed);
            if (!JWEAlgorithm.DIR.equals(object.getHeader().getAlgorithm())
                    || !purpose.equals(object.getHeader().getContentType())) {
                return Optional.empty();
            }
            object.decrypt(new DirectDecrypter(key));
            return Optional.of(json.readValue(object.getPayload().toBytes(), type));
        } catch (ParseException | JOSEException | JacksonException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }
}
