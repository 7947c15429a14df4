package org.linli.identity;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** The provider on a port of its own, once for all tests. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "linli.security.issuer=http://127.0.0.1:8090")
@ActiveProfiles("local")
abstract class RunningIdentity {

    static final String REDIRECT = "http://127.0.0.1:8080/webjars/swagger-ui/oauth2-redirect.html";
    static final String VERIFIER = "a-verifier-that-is-longer-than-forty-three-characters-0123456789";

    /** Who is told of what has ended. */
    static final LogoutReceiver TOLD = new LogoutReceiver();

    static final Path DIRECTORY = Path.of("target", "identity-" + UUID.randomUUID());

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void keyInItsOwnDirectory(DynamicPropertyRegistry properties) {
        properties.add("linli.identity.key-file", () -> DIRECTORY.resolve("key.json"));
        properties.add("linli.identity.logout-addresses", TOLD::address);
    }

    HttpResponse<String> clientCredentials(String id, String secret) {
        return clientCredentials(id, secret, Map.of());
    }

    HttpResponse<String> clientCredentials(String id, String secret, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("grant_type", "client_credentials");
        return new Browser(port).post("/oauth2/token", form, "Authorization", basic(id, secret));
    }

    /** Each half form-encoded first (RFC 6749, 2.3.1). */
    static String basic(String id, String secret) {
        String both =
                URLEncoder.encode(id, StandardCharsets.UTF_8) + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(new Browser(port).open("/oauth2/jwks").body());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    static String accessToken(HttpResponse<String> answer) throws Exception {
        return field(answer, "access_token");
    }

    static String field(HttpResponse<String> answer, String name) throws Exception {
        return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), name);
    }

    String codeFor(Browser browser, String person, String redirect) {
        assertThat(browser.open("/oauth2/authorize", authorization(redirect))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login");
        String back = browser.signIn(person, "linli-demo")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        URI asked = URI.create(back);
        String location = browser.open(asked.getRawPath() + "?" + asked.getRawQuery())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(location).startsWith(redirect);
        return UriComponentsBuilder.fromUriString(location)
                .build()
                .getQueryParams()
                .getFirst("code");
    }

    static Map<String, String> authorization(String redirect) {
        return new HashMap<>(Map.of(
                "response_type", "code",
                "client_id", "linli-console",
                "redirect_uri", redirect,
                "scope", "openid profile",
                "state", "s",
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
    }

    static Map<String, String> exchange(String code, String verifier, String redirect) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", "linli-console",
                "code", code,
                "redirect_uri", redirect,
                "code_verifier", verifier);
    }

    static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
