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

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    static final Path DIRECTORY = Path.of("target", "identity-" + UUID.randomUUID());

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void keyInItsOwnDirectory(DynamicPropertyRegistry properties) {
        properties.add("linli.identity.key-file", () -> DIRECTORY.resolve("key.json"));
    }

    HttpResponse<String> clientCredentials(String id, String secret) {
        return clientCredentials(id, secret, Map.of());
    }

    HttpResponse<String> clientCredentials(String id, String secret, Map<String, String> more) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        Map<String, String> form = new HashMap<>(more);
        form.put("grant_type", "client_credentials");
        return new Browser(port).post("/oauth2/token", form, "Authorization", "Basic " + basic);
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
}
