package org.linli.gateway.session;

import org.linli.gateway.edge.Client;
import org.linli.gateway.edge.EdgeProperties;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The two cookies of a browser: the session, and a sign-in under way. HttpOnly, so that no script of a page finds a token;
 * SameSite=Lax, so that no other site's page sends them with a command; bound to this host where the line is encrypted.
 */
@Component
class Cookies {

    private static final String SESSION = "linli-session";
    private static final String SIGN_IN = "linli-sign-in";
    private static final Duration TO_SIGN_IN = Duration.ofMinutes(10);

    private final Seal seal;
    private final Duration life;
    private final Set<String> trustedProxies;

    Cookies(Seal seal, SessionProperties properties, EdgeProperties edge) {
        this.seal = seal;
        this.life = properties.life();
        this.trustedProxies = edge.trustedProxies();
    }

    Optional<Session> session(ServerWebExchange exchange) {
        return read(exchange, SESSION, Session.class);
    }

    boolean hasSession(ServerWebExchange exchange) {
        return exchange.getRequest().getCookies().containsKey(name(exchange, SESSION));
    }

    void keep(Session session, ServerWebExchange exchange) {
        write(exchange, SESSION, seal.close(SESSION, session), life);
    }

    void forgetSession(ServerWebExchange exchange) {
        write(exchange, SESSION, "", Duration.ZERO);
    }

    Optional<SignIn> signIn(ServerWebExchange exchange) {
        return read(exchange, SIGN_IN, SignIn.class);
    }

    void keep(SignIn signIn, ServerWebExchange exchange) {
        write(exchange, SIGN_IN, seal.close(SIGN_IN, signIn), TO_SIGN_IN);
    }

    void forgetSignIn(ServerWebExchange exchange) {
        write(exchange, SIGN_IN, "", Duration.ZERO);
    }

    private <T> Optional<T> read(ServerWebExchange exchange, String name, Class<T> type) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name(exchange, name));
        return cookie == null ? Optional.empty() : seal.open(name, cookie.getValue(), type);
    }

    private void write(ServerWebExchange exchange, String name, String value, Duration age) {
        exchange.getResponse()
                .addCookie(ResponseCookie.from(name(exchange, name), value)
                        .httpOnly(true)
                        .secure(isEncrypted(exchange))
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build());
    }

    /** The prefix makes browsers refuse it from any other host or an unencrypted line. */
    private String name(ServerWebExchange exchange, String name) {
        return isEncrypted(exchange) ? "__Host-" + name : name;
    }

    private boolean isEncrypted(ServerWebExchange exchange) {
        return Client.of(exchange, trustedProxies).scheme().equals("https");
    }
}
