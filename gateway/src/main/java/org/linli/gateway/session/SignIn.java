package org.linli.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A sign-in under way (RFC 7636).
 *
 * @param state that comes back with the code: it is the browser's own
 * @param verifier whose digest went to the provider
 * @param place in the console that the person wanted to see
 */
record SignIn(String state, String verifier, String place) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    static final String DESK = "/desk";

    static SignIn begin(String place) {
        return new SignIn(random(), random(), isOurs(place) ? place : DESK);
    }

    /** A path of the console and nothing that a browser takes for another site. */
    private static boolean isOurs(String place) {
        return place.equals(DESK) || (place.startsWith(DESK + "/") || place.startsWith(DESK + "?")) && place.matches("[!-\\[\\]-~]{1,1000}");
    }

    String challenge() {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
