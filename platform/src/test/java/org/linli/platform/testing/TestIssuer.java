package org.linli.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * The issuer that tests trust: a key pair of this JVM and a small server that publishes its public half, and registers
 * clients ({@link TestRegistration}).
 */
final class TestIssuer {

    private final RSAKey key = newKey("linli-test");
    private final RSAKey strangersKey = newKey("linli-test");
    private final HttpServer server;
    private final TestRegistration registration;

    private TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] jwks = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/oauth2/jwks", exchange -> answer(exchange, jwks));
        registration = new TestRegistration(address(), this::sign);
        registration.serve(server);
        server.setExecutor(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("test-issuer").factory()));
        server.start();
    }

    static TestIssuer running() {
        return Holder.RUNNING;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    TestRegistration registration() {
        return registration;
    }

    private String sign(JWTClaimsSet claims) {
        return TestTokens.signed(claims, key);
    }

    RSAKey key() {
        return key;
    }

    /** A key that bears the right name and is not the published one. */
    RSAKey strangersKey() {
        return strangersKey;
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No RSA key can be made", e);
        }
    }

    private static final class Holder {
        private static final TestIssuer RUNNING = new TestIssuer();
    }
}
