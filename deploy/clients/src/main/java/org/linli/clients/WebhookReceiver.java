package org.linli.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A partner's own small server: takes what is signed with its secret, each message once, and refuses all else. */
final class WebhookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final BlockingQueue<JsonNode> taken = new LinkedBlockingQueue<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final List<String> refused = new ArrayList<>();
    private volatile Webhook secret;

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/linli", this::receive);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/linli");
    }

    /** Until then nothing is taken: Linli sends it again. */
    void trust(String shared) {
        secret = new Webhook(shared);
    }

    /** The first message of this type about this thing, within half a minute. */
    JsonNode await(String type, String subject) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            JsonNode message = taken.poll(1, TimeUnit.SECONDS);
            if (message != null
                    && message.path("type").asText().equals(type)
                    && message.path("data").toString().contains(subject)) {
                return message;
            }
        }
        throw new IllegalStateException("No " + type + " came for " + subject + "; refused: " + refused);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 204;
        try {
            secret.verify(
                    body,
                    HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true)
                            .map());
            if (seen.add(exchange.getRequestHeaders().getFirst("webhook-id"))) {
                taken.add(JSON.readTree(body));
            }
        } catch (WebhookVerificationException | RuntimeException e) {
            refused.add(String.valueOf(e.getMessage()));
            status = 400;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
