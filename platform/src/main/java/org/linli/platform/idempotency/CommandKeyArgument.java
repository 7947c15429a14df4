package org.linli.platform.idempotency;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.util.regex.Pattern;

/** Gives a controller method the {@link CommandKey} of the request. */
final class CommandKeyArgument implements HandlerMethodArgumentResolver {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandKey.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        String route = exchange.getRequest().getMethod() + " "
                + exchange.getRequest().getURI().getRawPath() + "?"
                + exchange.getRequest().getURI().getRawQuery();
        return exchange.getPrincipal().map(caller -> new CommandKey(caller.getName(), key(exchange), route));
    }

    private static String key(ServerWebExchange exchange) {
        String key = sent(exchange);
        if (key == null || !VISIBLE.matcher(key).matches()) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The command needs a key")
                    .field(CommandKey.HEADER, key == null ? "missing" : "not valid", CommandKey.EXPECTED)
                    .exception();
        }
        return key;
    }

    /** The firewall looks at a header only when it is read; what it keeps out is no key. */
    private static @Nullable String sent(ServerWebExchange exchange) {
        try {
            return exchange.getRequest().getHeaders().getFirst(CommandKey.HEADER);
        } catch (ServerExchangeRejectedException keptOut) {
            return "";
        }
    }
}
