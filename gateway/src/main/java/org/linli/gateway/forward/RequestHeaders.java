package org.linli.gateway.forward;

import org.linli.gateway.edge.Client;
import org.linli.gateway.edge.Correlation;
import org.linli.gateway.edge.EdgeProperties;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a part is told about a request beside its own headers: the correlation id and the client as the gateway saw it.
 * Headers of one connection, and any that claim to come from a proxy, are not passed on.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RequestHeaders implements HttpHeadersFilter {

    /** RFC 9110, section 7.6.1, and what people use to claim another address, host, path or method. */
    private static final Set<String> DROPPED = Set.of(
            "connection",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "true-client-ip",
            "upgrade",
            "http2-settings",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-correlation-id",
            "x-original-url",
            "x-real-ip",
            "x-rewrite-url");

    private static final String METHOD_OVERRIDE = "x-http-method-override";

    /** The one route whose protocol (tus 1.0) has another method named in a header; nowhere else is it passed on. */
    private static final String UPLOAD = "/api/partner/uploads/";

    private final Set<String> trustedProxies;

    RequestHeaders(EdgeProperties edge) {
        this.trustedProxies = edge.trustedProxies();
    }

    @Override
    public HttpHeaders filter(HttpHeaders from, ServerWebExchange exchange) {
        HttpHeaders asSent = exchange.getRequest().getHeaders();
        HttpHeaders to = passed(from, asSent, exchange.getRequest().getPath().value());
        Client client = Client.of(exchange, trustedProxies);
        to.set("X-Forwarded-For", client.address());
        to.set("X-Forwarded-Proto", client.scheme());
        String host = asSent.getFirst(HttpHeaders.HOST);
        if (host != null) {
            to.set("X-Forwarded-Host", host);
        }
        to.set(Correlation.HEADER, Correlation.of(exchange));
        return to;
    }

    private static HttpHeaders passed(HttpHeaders from, HttpHeaders asSent, String path) {
        HttpHeaders to = new HttpHeaders();
        Set<String> named = namedByConnection(asSent);
        for (Map.Entry<String, List<String>> header : from.headerSet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            boolean passed = name.equals(METHOD_OVERRIDE) ? path.startsWith(UPLOAD) : !DROPPED.contains(name);
            if (passed && !name.startsWith("x-forwarded-") && !named.contains(name)) {
                to.addAll(header.getKey(), header.getValue());
            }
        }
        return to;
    }

    /** {@code Connection: X-Secret} makes X-Secret a header of this connection only. */
    private static Set<String> namedByConnection(HttpHeaders asSent) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : asSent.getOrEmpty(HttpHeaders.CONNECTION)) {
            for (String name : line.split(",")) {
                names.add(name.strip());
            }
        }
        return names;
    }
}
