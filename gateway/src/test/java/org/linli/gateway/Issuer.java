package org.linli.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Signs tokens and publishes its keys on a port of its own; counts how often it is asked for them. */
class Issuer implements AutoCloseable {

    final AtomicInteger asked = new AtomicInteger();
    private final DisposableServer server;
    private volatile RSAKey key = newKey();

    /** What was posted to the token and revocation endpoints. */
    final List<String> forms = new CopyOnWriteArrayList<>();
    /** Seconds that the tokens given for codes and refresh tokens say they last. */
    volatile int lasts = 300;
    /** Whether codes and refresh tokens are taken. */
    volatile boolean gives = true;

    Issuer() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/oauth2/jwks", (request, response) -> {
                            asked.incrementAndGet();
                            return response.sendString(Mono.just(new JWKSet(key.toPublicJWK()).toString()));
                        })
                        .get(
                                "/.well-known/openid-configuration",
                                (request, response) -> response.header("Content-Type", "application/json")
                                        .sendString(Mono.just(configuration())))
                        .post("/oauth2/token", (request, response) -> request.receive()
                                .aggregate()
                                .asString()
                                .flatMap(form -> exchange(form, response)))
                        .post("/oauth2/revoke", (request, response) -> request.receive()
                                .aggregate()
                                .asString()
                                .doOnNext(forms::add)
                                .then(response.send().then())))
                .bindNow();
    }

    private String configuration() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/oauth2/authorize","token_endpoint":"%1$s/oauth2/token",
                 "revocation_endpoint":"%1$s/oauth2/revoke","end_session_endpoint":"%1$s/connect/logout"}
                """.formatted(url());
    }

    /** A new token for each code and refresh token, as a provider gives that rotates them. */
    private Mono<Void> exchange(String form, HttpServerResponse response) {
        forms.add(form);
        HttpServerResponse typed = response.header("Content-Type", "application/json");
        if (!gives) {
            return typed.status(400).sendString(Mono.just("{\"error\":\"invalid_grant\"}")).then();
        }
        return typed.sendString(Mono.just("""
                        {"access_token":"%s","refresh_token":"refresh-%d","id_token":"the-id-token","expires_in":%d}
                        """.formatted(
                                token("clerk", claims -> claims.claim("name", "林女士").jwtID(UUID.randomUUID().toString())),
                                forms.size(),
                                lasts)))
                .then();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** From now on another key signs, and the old one is no longer published. */
    void withdrawKey() {
        key = newKey();
    }

    String token(String subject) {
        return token(subject, claims -> claims);
    }

    String token(String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(JWSAlgorithm.RS256, key.getKeyID(), signer(key), claims(subject, change));
    }

    /** As OpenID Connect Back-Channel Logout 1.0 has it. */
    String logoutToken(UnaryOperator<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience("linli-console")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return signed(
                JWSAlgorithm.RS256,
                key.getKeyID(),
                signer(key),
                change.apply(claims).build());
    }

    String forged(String subject) {
        return signed(JWSAlgorithm.RS256, key.getKeyID(), signer(newKey()), claims(subject, claims -> claims));
    }

    String ofUnknownKey(String subject) {
        RSAKey other = newKey();
        return signed(JWSAlgorithm.RS256, other.getKeyID(), signer(other), claims(subject, claims -> claims));
    }

    String unsigned(String subject) {
        return new PlainJWT(claims(subject, claims -> claims)).serialize();
    }

    /** The classic confusion: the public key taken as the secret of a symmetric signature. */
    String signedWithThePublicKey(String subject) {
        try {
            return signed(
                    JWSAlgorithm.HS256,
                    key.getKeyID(),
                    new MACSigner(key.toRSAPublicKey().getEncoded()),
                    claims(subject, claims -> claims));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private JWTClaimsSet claims(String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .subject(subject)
                        .issuer(url())
                        .audience("linli")
                        .claim("roles", List.of("hq"))
                        .claim("units", List.of("440703006"))
                        .issueTime(new Date())
                        .expirationTime(Date.from(Instant.now().plusSeconds(300))))
                .build();
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims) {
        try {
            SignedJWT jwt =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
