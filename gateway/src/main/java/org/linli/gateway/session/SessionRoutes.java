package org.linli.gateway.session;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.linli.gateway.edge.Client;
import org.linli.gateway.edge.EdgeProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Signing in and out of the console (OpenID Connect, authorization code with PKCE), and who is signed in. */
@Configuration(proxyBeanMethods = false)
class SessionRoutes {

    private static final String BACK = "/desk/signed-in";

    private final IdentityProvider provider;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Set<String> trustedProxies;

    SessionRoutes(IdentityProvider provider, Sessions sessions, Cookies cookies, EdgeProperties edge) {
        this.provider = provider;
        this.sessions = sessions;
        this.cookies = cookies;
        this.trustedProxies = edge.trustedProxies();
    }

    @Bean
    @Order(1)
    RouterFunction<ServerResponse> signingInAndOut() {
        return RouterFunctions.route()
                .GET("/desk/sign-in", this::signIn)
                .GET(BACK, this::signedIn)
                .GET("/desk/me", this::me)
                .POST("/desk/sign-out", this::signOut)
                .build();
    }

    /** Leaves for the provider; it comes back with a code. */
    private Mono<ServerResponse> signIn(ServerRequest request) {
        SignIn begun = SignIn.begin(request.queryParam("to").orElse(SignIn.DESK));
        return provider.addresses().flatMap(addresses -> {
            cookies.keep(begun, request.exchange());
            return redirect(UriComponentsBuilder.fromUri(addresses.authorization_endpoint())
                    .queryParam("response_type", "code")
                    .queryParam("client_id", provider.client())
                    .queryParam("redirect_uri", "{back}")
                    .queryParam("scope", "{scope}")
                    .queryParam("state", begun.state())
                    .queryParam("code_challenge", begun.challenge())
                    .queryParam("code_challenge_method", "S256")
                    .encode()
                    .buildAndExpand(address(request, BACK), "openid profile")
                    .toUri());
        });
    }

    private Mono<ServerResponse> signedIn(ServerRequest request) {
        Optional<SignIn> begun = cookies.signIn(request.exchange())
                .filter(known -> request.queryParam("state").filter(known.state()::equals).isPresent());
        Optional<String> code = request.queryParam("code");
        if (begun.isEmpty() || code.isEmpty()) {
            return redirect(refused());
        }
        cookies.forgetSignIn(request.exchange());
        return provider.session(begun.get(), code.get(), address(request, BACK))
                .map(session -> {
                    cookies.keep(session, request.exchange());
                    return URI.create(begun.get().place());
                })
                .defaultIfEmpty(refused())
                .flatMap(SessionRoutes::redirect);
    }

    /** Who is signed in; 401 where nobody is. */
    private Mono<ServerResponse> me(ServerRequest request) {
        return sessions.find(request.exchange())
                .flatMap(session -> ServerResponse.ok()
                        .cacheControl(CacheControl.noStore())
                        .bodyValue(person(session)));
    }

    /** Ends the session here and at the provider, and says where the browser goes to end it there as well. */
    private Mono<ServerResponse> signOut(ServerRequest request) {
        ServerWebExchange exchange = request.exchange();
        if (!Sessions.comesFromOurPages(exchange.getRequest())) {
            return Mono.error(Sessions.foreign());
        }
        Optional<Session> session = cookies.session(exchange);
        cookies.forgetSession(exchange);
        Mono<Void> revoked = session.map(provider::revoke).orElse(Mono.empty());
        return revoked.then(provider.addresses()
                        .map(addresses -> farewell(addresses, session, address(request, SignIn.DESK)))
                        .onErrorReturn(SignIn.DESK))
                .flatMap(to -> ServerResponse.ok()
                        .cacheControl(CacheControl.noStore())
                        .bodyValue(Map.of("to", to)));
    }

    private String farewell(IdentityProvider.Addresses addresses, Optional<Session> session, String back) {
        URI end = addresses.end_session_endpoint();
        String id = session.map(Session::id).orElse(null);
        if (end == null || id == null) {
            return SignIn.DESK;
        }
        return UriComponentsBuilder.fromUri(end)
                .queryParam("id_token_hint", id)
                .queryParam("client_id", provider.client())
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(back)
                .toUriString();
    }

    /**
     * @param subject of the token
     * @param units prefixes of unit codes; {@code *} for all
     */
    record Person(String subject, String name, List<String> roles, List<String> units) {}

    /** The token came from the provider itself; each request's signature is checked as any other's. */
    private static Person person(Session session) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(session.access()).getJWTClaimsSet();
            String subject = Objects.requireNonNullElse(claims.getSubject(), "");
            return new Person(
                    subject,
                    Objects.requireNonNullElse(claims.getStringClaim("name"), subject),
                    list(claims, "roles"),
                    list(claims, "units"));
        } catch (ParseException e) {
            throw new IllegalStateException("The provider gave no JWT", e);
        }
    }

    private static List<String> list(JWTClaimsSet claims, String name) throws ParseException {
        return Objects.requireNonNullElse(claims.getStringListClaim(name), List.of());
    }

    private static URI refused() {
        return URI.create(SignIn.DESK + "?problem=sign-in");
    }

    private static Mono<ServerResponse> redirect(URI to) {
        return ServerResponse.status(HttpStatus.FOUND)
                .location(to)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    /** As the browser sees it: the provider takes only addresses that it knows. */
    private String address(ServerRequest request, String path) {
        String host = request.headers().asHttpHeaders().getFirst(HttpHeaders.HOST);
        return Client.of(request.exchange(), trustedProxies).scheme() + "://" + host + path;
    }
}
