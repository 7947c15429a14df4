package org.linli.gateway.edge;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Takes out of a part's answer what the gateway says itself, so that nothing is said twice. */
@Component
class AnswerHeaders implements HttpHeadersFilter {

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        input.forEach((name, values) -> {
            if (!isOurs(name)) {
                passed.addAll(name, values);
            }
        });
        return passed;
    }

    private static boolean isOurs(String name) {
        return SecurityHeaders.NAMES.contains(name)
                || name.equalsIgnoreCase(Correlation.HEADER)
                || name.equalsIgnoreCase("Keep-Alive")
                || name.equalsIgnoreCase(HttpHeaders.CONNECTION)
                || name.equalsIgnoreCase(HttpHeaders.SERVER)
                || name.regionMatches(true, 0, "RateLimit-", 0, 10);
    }
}
