package org.linli.platform.query;

import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.RequestHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses a query parameter that the route does not have, as a field of a body is refused: a filter with a slip in its name
 * would answer with everything.
 */
final class UnknownParameters implements WebFilter, Ordered {

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    /** After the rights, whose check has found the handler. */
    @Override
    public int getOrder() {
        return 8;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Set<String> sent = exchange.getRequest().getQueryParams().keySet();
        if (sent.isEmpty()
                || !(RequestHandler.of(exchange) instanceof HandlerMethod handler)
                || !RequestHandler.isOurs(handler)) {
            return chain.filter(exchange);
        }
        Set<String> known = declared.computeIfAbsent(handler.getMethod(), method -> DeclaredParameters.of(handler));
        List<FieldError> unknown = sent.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new FieldError(name, "no parameter of this address", expected(known)))
                .toList();
        return unknown.isEmpty() ? chain.filter(exchange) : Mono.error(refused(unknown));
    }

    private static String expected(Set<String> known) {
        return known.isEmpty() ? "no parameters" : "one of " + String.join(", ", known);
    }

    private static RuntimeException refused(List<FieldError> unknown) {
        return Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The address has parameters that are none")
                .fields(unknown)
                .exception();
    }
}
