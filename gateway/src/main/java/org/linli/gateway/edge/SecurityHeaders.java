package org.linli.gateway.edge;

import org.springframework.http.HttpHeaders;

/** The headers that every answer carries, whatever a service may have set. */
final class SecurityHeaders {

    private static final String POLICY = "Content-Security-Policy";
    private static final String TRANSPORT = "Strict-Transport-Security";

    /** Scripts, styles and calls of our own alone; nothing in place. */
    private static final String CONSOLE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private final String pages;
    private final String forms;

    SecurityHeaders(String identityUrl) {
        // Swagger UI styles its elements in place and draws its icons from data addresses.
        this.pages = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' "
                + identityUrl + "; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
        this.forms = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' "
                + identityUrl + "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    }

    void writeTo(HttpHeaders headers, String path, Client client) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(POLICY, policyOf(path));
        if (client.scheme().equals("https")) {
            headers.set(TRANSPORT, "max-age=31536000");
        }
    }

    private String policyOf(String path) {
        if (path.equals("/forms") || path.startsWith("/forms/")) {
            return forms;
        }
        if (path.equals("/") || path.equals("/desk") || path.startsWith("/desk/") || path.startsWith("/console/")) {
            return CONSOLE;
        }
        boolean page = path.startsWith("/docs") || path.startsWith("/webjars/");
        return page ? pages : "default-src 'none'; frame-ancestors 'none'";
    }
}
