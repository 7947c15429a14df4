package org.linli.clients;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.linli.client.ApiClient;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody with a token: a machine's credentials at the OIDC provider, and a client that bears what it gives. */
record Party(String gateway, String token) {

    static Party signedIn(String gateway, String identity, String client, String secret)
            throws IOException, InterruptedException {
        // Each half form-encoded first, as RFC 6749, 2.3.1 has it.
        String both = URLEncoder.encode(client, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String basic = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(identity + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new Party(
                    gateway,
                    new ObjectMapper().readTree(answer).required("access_token").asText());
        }
    }

    ApiClient client() {
        ApiClient linli = new ApiClient();
        linli.updateBaseUri(gateway);
        linli.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return linli;
    }
}
