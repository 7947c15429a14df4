package org.linli.gateway.forward;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import java.util.Locale;
import java.util.Set;

/** Passes a part's answer headers on, except those of its connection and what the gateway says itself. */
@Component
class ResponseHeaders implements HttpHeadersFilter {

    private static final Set<String> DROPPED = Set.of(
            "connection",
            "content-security-policy",
            "keep-alive",
            "proxy-authenticate",
            "ratelimit",
            "ratelimit-limit",
            "ratelimit-policy",
            "ratelimit-remaining",
            "ratelimit-reset",
            "referrer-policy",
            "server",
            "strict-transport-security",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-content-type-options",
            "x-correlation-id",
            "x-frame-options");

    @Override
    public HttpHeaders filter(HttpHeaders from, ServerWebExchange exchange) {
        HttpHeaders to = new HttpHeaders();
        from.forEach((name, values) -> {
            if (!DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
                to.addAll(name, values);
            }
        });
        return to;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
