package org.linli.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A token is believed no longer than the provider publishes the key that signed it. */
class WithdrawnKeyTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final RSAKey old = key("old");
    private final RSAKey fresh = key("fresh");
    private volatile RSAKey published = old;
    private HttpServer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/oauth2/jwks", exchange -> {
            byte[] keys = new JWKSet(published.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void a_verified_token_is_refused_once_the_keys_are_read_without_its_own() {
        TokenVerifier tokens = verifier(Duration.ofMillis(200));
        String token = signed(old);
        assertThat(holds(tokens, token)).isTrue();

        published = fresh;

        await().atMost(LIMIT).until(() -> !holds(tokens, token));
        tokens.destroy();
    }

    @Test
    void it_is_refused_as_well_where_a_token_of_another_key_had_them_read() {
        TokenVerifier tokens = verifier(Duration.ofHours(1));
        String token = signed(old);
        assertThat(holds(tokens, token)).isTrue();

        published = fresh;

        await().atMost(LIMIT).until(() -> holds(tokens, signed(fresh)));
        assertThat(holds(tokens, token)).isFalse();
        tokens.destroy();
    }

    private TokenVerifier verifier(Duration refresh) {
        return new TokenVerifier(
                new SecurityProperties(
                        address(), null, "linli", Duration.ofMinutes(5), refresh, Duration.ofSeconds(1), 10),
                Clock.systemUTC());
    }

    private static boolean holds(TokenVerifier tokens, String token) {
        return Boolean.TRUE.equals(
                tokens.decode(token).hasElement().onErrorReturn(false).block(LIMIT));
    }

    private String signed(RSAKey key) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("hq")
                .issuer(address())
                .audience("linli")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    private String address() {
        return "http://127.0.0.1:" + issuer.getAddress().getPort();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
