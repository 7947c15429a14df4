package org.linli.local.gateway;

import org.linli.platform.security.BasicCredentials;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of the demo's people and machines by client credentials, kept until shortly before they expire. */
final class Tokens {
    /** The published secret of the one-machine suite; other issuers do not know these clients. */
    private static final String SECRET = "linli-demo";

    private final HttpClient http;
    private final URI endpoint;
    private final Map<String, Token> known = new ConcurrentHashMap<>();

    Tokens(HttpClient http, String issuer) {
        this.http = http;
        this.endpoint = URI.create(issuer + "/oauth2/token");
    }

    private record Token(String value, Instant renewAt) {}

    private record TokenAnswer(String access_token, long expires_in) {}

    /** A valid token of that client. */
    String of(String client) throws IOException {
        Token token = known.get(client);
        if (token == null || Instant.now().isAfter(token.renewAt())) {
            token = fetch(client);
            known.put(client, token);
        }
        return token.value();
    }

    void forget(String client) {
        known.remove(client);
    }

    private Token fetch(String client) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", BasicCredentials.header(client, SECRET))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= 500) {
                throw new IOException("identity answered " + response.statusCode());
            }
            TokenAnswer answer = new Answer("token of " + client, response.statusCode(), response.body())
                    .required(TokenAnswer.class);
            return new Token(answer.access_token(), Instant.now().plusSeconds(answer.expires_in() * 3 / 4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
