package org.linli.platform.etag;

import org.linli.platform.problem.Problem;
import org.linli.platform.security.RequestHandler;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Refuses a command with {@code If-Match} where nothing has a tag: no listed tag can match there (RFC 9110, 13.1.1), and
 * whoever sends one would believe to be guarded against what others change meanwhile.
 */
final class UntaggedResources implements WebFilter, Ordered {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** After the rights, whose check has found the handler. */
    @Override
    public int getOrder() {
        return 9;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<String> tags = exchange.getRequest().getHeaders().getOrEmpty(ExpectedVersion.HEADER);
        boolean refused = !tags.isEmpty()
                && !tags.equals(List.of("*"))
                && !READING.contains(exchange.getRequest().getMethod())
                && RequestHandler.of(exchange) instanceof HandlerMethod found
                && Arrays.stream(found.getMethodParameters())
                        .map(MethodParameter::getParameterType)
                        .noneMatch(type -> type == ExpectedVersion.class);
        return refused ? Mono.error(hasNoTag()) : chain.filter(exchange);
    }

    private static RuntimeException hasNoTag() {
        return Problem.of("no-version", HttpStatus.PRECONDITION_FAILED, "What this acts on has no version")
                .field(ExpectedVersion.HEADER, "nothing here has a tag that could match", "no such header")
                .exception();
    }
}
