package org.linli.platform.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How a client shows its id and secret to an OAuth server: each form-encoded, then as Basic (RFC 6749, 2.3.1). */
public final class BasicCredentials {

    private BasicCredentials() {}

    /** The header {@code Authorization}. */
    public static String header(String clientId, String secret) {
        String both = URLEncoder.encode(clientId, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
    }
}
