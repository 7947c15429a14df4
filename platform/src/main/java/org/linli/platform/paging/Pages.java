package org.linli.platform.paging;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;

import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page as an answer, with the address of the next one in a header.
 *
 * <p>Source: RFC 8288, relation {@code next}.
 */
public final class Pages {

    private Pages() {}

    /** The page, and a {@code Link} to the next one where there is one: the same address with another cursor. */
    public static <T> ResponseEntity<Page<T>> answer(Page<T> page, ServerHttpRequest request) {
        String next = page.next();
        return next == null
                ? ResponseEntity.ok(page)
                : ResponseEntity.ok()
                        .header(HttpHeaders.LINK, "<" + address(request.getURI(), next) + ">; rel=\"next\"")
                        .body(page);
    }

    /** Keeps the other parameters as they were sent: what could be read once can be read again. */
    private static String address(URI asked, String cursor) {
        String query = Objects.requireNonNullElse(asked.getRawQuery(), "");
        Stream<String> others = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !parameter.split("=", 2)[0].equals("cursor"));
        return asked.getRawPath() + "?"
                + Stream.concat(others, Stream.of("cursor=" + cursor)).collect(Collectors.joining("&"));
    }
}
