package org.linli.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.linli.gateway.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Turns the cookie of a signed-in browser into the token that goes on with its request. */
@Component
public class Sessions {

    /** Only a script of our own pages can send it: a form or a link of another site cannot. */
    static final String CONSOLE = "X-Linli-Console";

    private static final String TOKEN = "linli.session-token";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** How long those who still carry the cookie of before get what the first of them got. */
    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    private final Cookies cookies;
    private final IdentityProvider provider;
    private final Cache<String, Mono<Session>> renewals =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

    Sessions(Cookies cookies, IdentityProvider provider) {
        this.cookies = cookies;
        this.provider = provider;
    }

    /** The token that goes to the service instead of the cookie, where a session stands behind the request. */
    public static Optional<String> token(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(TOKEN));
    }

    /** Whether a browser's session speaks here: machines send their own token. */
    public boolean speaksFor(ServerWebExchange exchange) {
        return !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                && cookies.hasSession(exchange);
    }

    /**
     * The session's access token, a new one where it was about to end, and the cookie with it.
     *
     * @return an error is a problem: 401 where the session has ended, 403 where another site's page sent a command
     */
    public Mono<String> tokenOf(ServerWebExchange exchange) {
        if (!comesFromOurPages(exchange.getRequest())) {
            return Mono.error(foreign());
        }
        return find(exchange)
                .map(Session::access)
                .doOnNext(token -> exchange.getAttributes().put(TOKEN, token));
    }

    Mono<Session> find(ServerWebExchange exchange) {
        return Mono.justOrEmpty(cookies.session(exchange))
                .flatMap(session -> session.isFresh(System.currentTimeMillis())
                        ? Mono.just(session)
                        : renewed(session).doOnNext(fresh -> cookies.keep(fresh, exchange)))
                .switchIfEmpty(Mono.error(() -> {
                    cookies.forgetSession(exchange);
                    return ended();
                }));
    }

    /** A refresh token is good for one use: requests that come together share it. */
    private Mono<Session> renewed(Session session) {
        String refresh = session.refresh();
        if (refresh == null) {
            return Mono.empty();
        }
        return Objects.requireNonNull(renewals.get(refresh, first -> provider.renewed(session)
                .doOnError(away -> renewals.invalidate(refresh))
                .cache()));
    }

    /** A command is taken from a page of this very host alone. */
    static boolean comesFromOurPages(ServerHttpRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return true;
        }
        HttpHeaders headers = request.getHeaders();
        String site = headers.getFirst("Sec-Fetch-Site");
        return headers.containsHeader(CONSOLE)
                && (site == null || site.equals("same-origin"))
                && isOwn(headers.getOrigin(), headers.getFirst(HttpHeaders.HOST));
    }

    private static boolean isOwn(@org.jspecify.annotations.Nullable String origin, @org.jspecify.annotations.Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            return Objects.equals(URI.create(origin).getAuthority(), host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Exception ended() {
        return Problem.of("unauthenticated", HttpStatus.UNAUTHORIZED, "The session has ended")
                .detail("Sign in again at /desk/sign-in; what you typed is kept · 登录已失效，请重新登录，已填写的内容会保留")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .exception();
    }

    static Exception foreign() {
        return Problem.of("foreign-origin", HttpStatus.FORBIDDEN, "A command by a session comes from our own pages alone")
                .detail("Programs send Authorization: Bearer <token> instead of the cookie")
                .exception();
    }
}
