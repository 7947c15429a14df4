package org.linli.gateway.edge;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

import java.util.List;
import java.util.Set;

/** Which addresses need no token. What is not listed here needs one, where anything answers at all. */
enum Access {
    /** Answered for anyone. */
    PUBLIC,
    /** Answered for bearers of a token. */
    TOKEN,
    /** Answered for bearers of a token of who keeps the suite running; on the management port alone. */
    OPERATOR,
    /** Nothing answers. */
    NONE;

    private static final Set<String> PUBLIC_PAGES = Set.of(
            "/",
            "/health",
            "/livez",
            "/readyz",
            "/backchannel-logout",
            "/docs",
            "/forms",
            "/desk",
            "/api/company/v3/api-docs",
            "/api/fund/v3/api-docs",
            "/api/partner/v3/api-docs",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/health/readiness");

    private static final List<String> PUBLIC_FOLDERS = List.of("/docs/", "/forms/", "/desk/", "/console/", "/webjars/swagger-ui/");

    /** What residents see and answer without signing in. */
    private static final String FOR_ANYONE = "/api/partner/public/";

    private static final String UPLOADS = "/api/partner/uploads";

    static Access of(ServerHttpRequest request) {
        String path = request.getPath().value();
        if (path.startsWith(FOR_ANYONE) || asksForProtocol(request, path)) {
            return PUBLIC;
        }
        if (path.startsWith("/api/")) {
            return PUBLIC_PAGES.contains(path) && reads(request) ? PUBLIC : TOKEN;
        }
        if (PUBLIC_PAGES.contains(path) || PUBLIC_FOLDERS.stream().anyMatch(path::startsWith)) {
            return PUBLIC;
        }
        return path.startsWith("/actuator") ? OPERATOR : NONE;
    }

    /** What uploads speak is told before anybody signs in (tus 1.0). */
    private static boolean asksForProtocol(ServerHttpRequest request, String path) {
        return HttpMethod.OPTIONS.equals(request.getMethod())
                && (path.equals(UPLOADS) || path.startsWith(UPLOADS + "/"));
    }

    private static boolean reads(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
    }
}
