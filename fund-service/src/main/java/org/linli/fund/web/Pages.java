package org.linli.fund.web;

import org.linli.platform.paging.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Answers with a page, and with the way to the next one in a header.
 *
 * <p>Source: RFC 8288, relation {@code next}.
 */
public final class Pages {

    private Pages() {}

    public static <T> ResponseEntity<Page<T>> answer(Page<T> page, ServerHttpRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (page.next() != null) {
            String next = UriComponentsBuilder.fromPath(request.getURI().getRawPath())
                    .query(request.getURI().getRawQuery())
                    .replaceQueryParam("cursor", page.next())
                    .build(true)
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(page);
    }
}
