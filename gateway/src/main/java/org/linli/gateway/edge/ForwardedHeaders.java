package org.linli.gateway.edge;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a part is told about a request beside its own headers: the correlation id and the client as the gateway saw it.
 * Headers of one connection, and any that claim to come from a proxy, are not passed on.
 */
@Component
class ForwardedHeaders implements HttpHeadersFilter {

    /** RFC 9110, section 7.6.1, and what people use to claim another address, host, path or identity. */
    private static final Set<String> DROPPED = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade",
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "x-cluster-client-ip",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method-override",
            "x-correlation-id");

    private final Set<String> trustedProxies;

    ForwardedHeaders(EdgeProperties properties) {
        this.trustedProxies = properties.trustedProxies();
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        Set<String> named = namedByConnection(input);
        input.forEach((name, values) -> {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            if (!DROPPED.contains(lower) && !lower.startsWith("x-forwarded-") && !named.contains(name)) {
                passed.addAll(name, values);
            }
        });
        Client client = Client.of(exchange, trustedProxies);
        passed.set("X-Forwarded-For", client.address());
        passed.set("X-Forwarded-Proto", client.scheme());
        String host = input.getFirst(HttpHeaders.HOST);
        if (host != null) {
            passed.set("X-Forwarded-Host", host);
        }
        passed.set(Correlation.HEADER, Correlation.of(exchange));
        return passed;
    }

    /** {@code Connection: X-Secret} makes X-Secret a header of this connection only. */
    private static Set<String> namedByConnection(HttpHeaders input) {
        if (!input.containsHeader(HttpHeaders.CONNECTION)) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(input.getConnection());
        return names;
    }
}
