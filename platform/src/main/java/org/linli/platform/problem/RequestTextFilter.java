package org.linli.platform.problem;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Refuses paths and queries that decode to text no table can hold, before anything reads them. */
public final class RequestTextFilter implements WebFilter, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var uri = exchange.getRequest().getURI();
        if (isClean(uri.getRawPath()) && (uri.getRawQuery() == null || isClean(uri.getRawQuery()))) {
            return chain.filter(exchange);
        }
        return Mono.error(Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The address cannot be read")
                .field("url", "holds characters that no text may hold", "percent-encoded UTF-8 without NUL")
                .exception());
    }

    private static boolean isClean(String raw) {
        if (raw.indexOf('%') < 0) {
            return TextGuard.isClean(raw);
        }
        try {
            String plain = URLDecoder.decode(raw, StandardCharsets.UTF_8);
            return TextGuard.isClean(plain) && plain.indexOf('\uFFFD') < 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
