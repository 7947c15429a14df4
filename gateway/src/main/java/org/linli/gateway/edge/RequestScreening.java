package org.linli.gateway.edge;

import org.jspecify.annotations.Nullable;
import org.linli.gateway.problem.Problem;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;

/** Refuses requests that no honest client sends: addresses with two readings, odd methods, bodies declared too large. */
final class RequestScreening {

    private RequestScreening() {}

    static @Nullable Problem fault(ServerHttpRequest request, DataSize maxBody) {
        if (HttpMethod.TRACE.equals(request.getMethod())
                || "CONNECT".equals(request.getMethod().name())) {
            return Problem.of("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "This method is not taken here");
        }
        if (isAmbiguous(request.getURI().getRawPath())) {
            return Problem.of("ambiguous-path", HttpStatus.BAD_REQUEST, "The address can be read in two ways")
                    .detail(
                            "It must hold no empty, '.' or '..' step, no ';', no '\\' and no encoded '.', '\\' or zero");
        }
        return request.getHeaders().getContentLength() > maxBody.toBytes() ? tooLarge(maxBody) : null;
    }

    static Problem tooLarge(DataSize maxBody) {
        return Problem.of("body-too-large", HttpStatus.CONTENT_TOO_LARGE, "The request body is too large")
                .detail("It may hold " + maxBody.toBytes() + " bytes; send it in parts");
    }

    /** A gateway that routes by one reading and a service that answers by another would let rights slip between them. */
    static boolean isAmbiguous(String path) {
        char before = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean odd = c == ';'
                    || c == '\\'
                    || (c == '/' && before == '/')
                    || (c == '.' && before == '/' && isDotStep(path, i))
                    || (c == '%' && isEncodedTrap(path, i));
            if (odd) {
                return true;
            }
            before = c;
        }
        return false;
    }

    private static boolean isDotStep(String path, int start) {
        int end = path.indexOf('/', start);
        String step = path.substring(start, end < 0 ? path.length() : end);
        return step.equals(".") || step.equals("..");
    }

    private static boolean isEncodedTrap(String path, int start) {
        if (start + 2 >= path.length()) {
            return true;
        }
        return switch (path.substring(start + 1, start + 3).toLowerCase(java.util.Locale.ROOT)) {
            case "2e", "5c", "00" -> true;
            default -> false;
        };
    }
}
