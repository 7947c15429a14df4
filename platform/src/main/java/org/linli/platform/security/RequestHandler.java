package org.linli.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/** The handler that answers a request: known to every filter after the rights, since {@link RouteGuard} looks it up. */
public final class RequestHandler {

    private RequestHandler() {}

    /** Nothing where no method of a controller answers. */
    public static @Nullable HandlerMethod of(ServerWebExchange exchange) {
        return exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod found
                ? found
                : null;
    }

    /** Whether it is one of the suite's and no library's. */
    public static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("org.linli.");
    }
}
