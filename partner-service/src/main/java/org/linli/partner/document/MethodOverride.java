package org.linli.partner.document;

import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import java.util.Map;

/**
 * Reads a POST to an upload as the method that its header names, for clients whose surroundings know no PATCH. Here alone:
 * anywhere else the header is nothing. Before routes and rights are looked at, so that those of the method meant hold.
 *
 * <p>Source: tus 1.0, {@code X-HTTP-Method-Override}.
 */
@Component
class MethodOverride implements WebFilter, Ordered {

    static final String HEADER = "X-HTTP-Method-Override";
    private static final Map<String, HttpMethod> METHODS =
            Map.of("PATCH", HttpMethod.PATCH, "DELETE", HttpMethod.DELETE, "HEAD", HttpMethod.HEAD);

    /** Before Spring Security's filters, which stand at -100. */
    @Override
    public int getOrder() {
        return -200;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpMethod meant = meant(exchange);
        return meant == null
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate()
                        .request(request -> request.method(meant))
                        .build());
    }

    private static @org.jspecify.annotations.Nullable HttpMethod meant(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        String header = request.getHeaders().getFirst(HEADER);
        boolean ofUpload = request.getPath().value().startsWith(TusHeaders.PATH + "/");
        return header == null || !ofUpload || !HttpMethod.POST.equals(request.getMethod())
                ? null
                : METHODS.get(header.strip());
    }
}
