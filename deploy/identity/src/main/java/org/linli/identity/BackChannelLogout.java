package org.linli.identity;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Says what has ended to who checks our tokens (OpenID Connect Back-Channel Logout 1.0), before the answer to whoever
 * ended it: from then on its tokens are refused there. Who cannot be reached learns it by the tokens' own end.
 */
class BackChannelLogout {

    private static final Logger log = LoggerFactory.getLogger(BackChannelLogout.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Map<String, Object> EVENT =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    private final JwtEncoder encoder;
    private final String issuer;
    private final List<URI> addresses;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    BackChannelLogout(JwtEncoder encoder, String issuer, List<URI> addresses) {
        this.encoder = encoder;
        this.issuer = issuer;
        this.addresses = List.copyOf(addresses);
    }

    /** One session, in the browser or of one token. */
    void session(String session, String subject) {
        tell(session, subject);
    }

    /** All that the subject was given. */
    void subject(String subject) {
        tell(null, subject);
    }

    private void tell(@Nullable String session, String subject) {
        addresses.forEach(address -> send(address, token(session, subject)));
    }

    private String token(@Nullable String session, String subject) {
        Instant now = Instant.now();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .audience(List.of(Clients.CONSOLE))
                .subject(subject)
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofMinutes(2)))
                .id(UUID.randomUUID().toString())
                .claim("events", EVENT);
        if (session != null) {
            claims.claim(SignInStore.SESSION, session);
        }
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    private void send(URI address, String token) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                log.warn("{} did not take the end of a session: {}", address, status);
            }
        } catch (IOException unreachable) {
            log.warn("{} cannot be told of the end of a session: {}", address, unreachable.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
