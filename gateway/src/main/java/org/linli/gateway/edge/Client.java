package org.linli.gateway.edge;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

import java.net.InetSocketAddress;
import java.util.Set;

/**
 * Who is at the other end, as far as the connection and trusted proxies tell.
 *
 * @param address IP address in text
 * @param scheme http or https, as the client used it
 */
public record Client(String address, String scheme) {

    private static final String KEY = "linli.client";

    public static Client of(ServerWebExchange exchange, Set<String> trustedProxies) {
        Client client = exchange.getAttribute(KEY);
        if (client == null) {
            client = seen(exchange.getRequest(), trustedProxies);
            exchange.getAttributes().put(KEY, client);
        }
        return client;
    }

    private static Client seen(ServerHttpRequest request, Set<String> trustedProxies) {
        String scheme = request.getSslInfo() == null ? "http" : "https";
        String peer = peer(request);
        if (!trustedProxies.contains(peer)) {
            return new Client(peer, scheme);
        }
        HttpHeaders headers = request.getHeaders();
        String proto = headers.getFirst("X-Forwarded-Proto");
        return new Client(beforeTheProxies(headers, peer, trustedProxies), "https".equals(proto) ? "https" : scheme);
    }

    /** The right-most address that is not a proxy of ours: what stands left of it, the client may have made up. */
    private static String beforeTheProxies(HttpHeaders headers, String peer, Set<String> trustedProxies) {
        String[] hops = String.join(",", headers.getOrEmpty("X-Forwarded-For")).split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].strip();
            if (!hop.isEmpty() && !trustedProxies.contains(hop)) {
                return hop;
            }
        }
        return peer;
    }

    private static String peer(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }
}
