package org.linli.platform.encryption;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Seals single fields: AES-256-GCM with a random nonce, as text {@code <key id>.<nonce and ciphertext in Base64>}.
 *
 * <p>The place a value belongs to (table, row, field) is sealed with it, so that a value moved to another row or column
 * cannot be opened. Equal values are found by {@link #index}, an HMAC under a key of its own.
 */
public final class FieldCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String current;
    private final Map<String, SecretKey> keys;
    private final SecretKey indexKey;

    public FieldCipher(SecretKeys settings) {
        this.current = settings.current();
        this.keys = settings.keys().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, key -> new SecretKeySpec(SecretKeys.bytes(key.getValue()), "AES")));
        this.indexKey = new SecretKeySpec(SecretKeys.bytes(settings.index()), "HmacSHA256");
    }

    /** @param place what the value belongs to, such as {@code partner/<id>/phone}; needed again to open it */
    public String seal(String clear, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] hidden = run(Cipher.ENCRYPT_MODE, key(current), nonce, place, clear.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(NONCE + hidden.length)
                .put(nonce)
                .put(hidden)
                .array();
        return current + "." + Base64.getEncoder().withoutPadding().encodeToString(both);
    }

    /** @throws UnreadableSecret where it was changed, belongs elsewhere or its key is not listed any more */
    public String open(String sealed, String place) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            throw new UnreadableSecret("not a sealed value", null);
        }
        byte[] both = decoded(sealed.substring(dot + 1));
        if (both.length <= NONCE) {
            throw new UnreadableSecret("not a sealed value", null);
        }
        byte[] nonce = java.util.Arrays.copyOf(both, NONCE);
        byte[] hidden = java.util.Arrays.copyOfRange(both, NONCE, both.length);
        byte[] clear = run(Cipher.DECRYPT_MODE, key(sealed.substring(0, dot)), nonce, place, hidden);
        return new String(clear, StandardCharsets.UTF_8);
    }

    /** The same for equal values of one kind, and telling nothing of them without the key. */
    public String index(String clear, String kind) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(clear.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    private SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new UnreadableSecret("its key is not listed", null);
        }
        return key;
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, String place, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new UnreadableSecret("it was changed or belongs elsewhere", failure);
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new UnreadableSecret("not a sealed value", notBase64);
        }
    }
}
