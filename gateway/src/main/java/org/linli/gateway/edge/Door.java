package org.linli.gateway.edge;

import org.jspecify.annotations.Nullable;
import org.linli.gateway.limit.Allowance;
import org.linli.gateway.limit.ClientLimits;
import org.linli.gateway.part.PartProperties;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemWriter;
import org.linli.gateway.session.Sessions;
import org.linli.gateway.token.KnownToken;
import org.linli.gateway.token.KnownTokens;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The one filter that each request passes: shape, token, limit, in this order. It is one and not five because each link
 * of a reactive chain costs more than the checks themselves.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Door implements WebFilter {

    private final DataSize maxBody;
    private final Set<String> trustedProxies;
    private final KnownTokens tokens;
    private final ClientLimits limits;
    private final ProblemWriter problems;
    private final Sessions sessions;
    private final SecurityHeaders securityHeaders;

    Door(
            EdgeProperties edge,
            PartProperties parts,
            KnownTokens tokens,
            ClientLimits limits,
            ProblemWriter problems,
            Sessions sessions) {
        this.sessions = sessions;
        this.maxBody = edge.maxBody();
        this.trustedProxies = edge.trustedProxies();
        this.tokens = tokens;
        this.limits = limits;
        this.problems = problems;
        this.securityHeaders = new SecurityHeaders(parts.identityUrl().toString());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        Client client = Client.of(exchange, trustedProxies);
        HttpHeaders answer = exchange.getResponse().getHeaders();
        answer.set(Correlation.HEADER, Correlation.of(exchange));
        securityHeaders.writeTo(answer, request.getPath().value(), client);
        Problem fault = Shape.fault(request, maxBody);
        if (fault != null) {
            return refuse(fault, client, exchange);
        }
        return switch (Access.of(request)) {
            case PUBLIC -> admitAnonymous(client, exchange, chain);
            case TOKEN -> admitBearer(known -> true, client, exchange, chain);
            case OPERATOR -> admitBearer(KnownToken::operates, client, exchange, chain);
            case NONE -> refuse(nothingHere(), client, exchange);
        };
    }

    private Mono<Void> admitAnonymous(Client client, ServerWebExchange exchange, WebFilterChain chain) {
        return admit(limits.askForAddress(client.address()), exchange, chain);
    }

    private Mono<Void> admitBearer(
            Predicate<KnownToken> may, Client client, ServerWebExchange exchange, WebFilterChain chain) {
        String token = bearer(exchange.getRequest());
        if (token != null) {
            return admitToken(token, may, client, exchange, chain);
        }
        return sessions.speaksFor(exchange)
                ? sessions.tokenOf(exchange).flatMap(own -> admitToken(own, may, client, exchange, chain))
                : refuse(noToken(), client, exchange);
    }

    private Mono<Void> admitToken(
            String token, Predicate<KnownToken> may, Client client, ServerWebExchange exchange, WebFilterChain chain) {
        KnownToken known = tokens.find(token);
        return known == null
                ? admitNewcomer(token, may, client, exchange, chain)
                : admitKnown(known, may, exchange, chain);
    }

    /** To check a signature is work, so it is counted against the address until the token turns out to be good. */
    private Mono<Void> admitNewcomer(
            String token, Predicate<KnownToken> may, Client client, ServerWebExchange exchange, WebFilterChain chain) {
        Allowance allowance = limits.askForAddress(client.address());
        allowance.writeTo(exchange.getResponse().getHeaders());
        if (!allowance.granted()) {
            return refuse(allowance, exchange);
        }
        return tokens.verify(token).flatMap(known -> admitKnown(known, may, exchange, chain));
    }

    private Mono<Void> admitKnown(
            KnownToken known, Predicate<KnownToken> may, ServerWebExchange exchange, WebFilterChain chain) {
        Allowance allowance = limits.askForSubject(known.subject());
        if (allowance.granted() && !may.test(known)) {
            allowance.writeTo(exchange.getResponse().getHeaders());
            return problems.write(forOperators(), exchange);
        }
        return admit(allowance, exchange, chain);
    }

    /** To be refused counts too, against the address. */
    private Mono<Void> refuse(Problem fault, Client client, ServerWebExchange exchange) {
        Allowance allowance = limits.askForAddress(client.address());
        allowance.writeTo(exchange.getResponse().getHeaders());
        return problems.write(allowance.granted() ? fault : allowance.refusal(), exchange);
    }

    private Mono<Void> admit(Allowance allowance, ServerWebExchange exchange, WebFilterChain chain) {
        if (!allowance.granted()) {
            return refuse(allowance, exchange);
        }
        allowance.writeTo(exchange.getResponse().getHeaders());
        return pass(exchange, chain);
    }

    private Mono<Void> refuse(Allowance allowance, ServerWebExchange exchange) {
        allowance.writeTo(exchange.getResponse().getHeaders());
        return problems.write(allowance.refusal(), exchange);
    }

    /** HEAD is answered as GET is, without the body (RFC 9110, 9.3.2): what handles one handles the other. */
    private static Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return chain.filter(
                    exchange.mutate().request(get -> get.method(HttpMethod.GET)).build());
        }
        return chain.filter(exchange);
    }

    private static @Nullable String bearer(ServerHttpRequest request) {
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : null;
    }

    private static Problem noToken() {
        return Problem.of("unauthenticated", HttpStatus.UNAUTHORIZED, "A token is needed")
                .detail("Send Authorization: Bearer <token> of the identity provider · 请先登录")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static Problem forOperators() {
        return Problem.of("forbidden", HttpStatus.FORBIDDEN, "Your role may not do this")
                .detail("Metrics are for city or HQ with rights everywhere (units: *)");
    }

    private static Problem nothingHere() {
        return Problem.of("not-found", HttpStatus.NOT_FOUND, "There is nothing at this address")
                .detail("The catalogue of what there is stands at /docs");
    }
}
