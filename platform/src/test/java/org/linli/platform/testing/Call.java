package org.linli.platform.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A valid request to a route.
 *
 * @param variables values of the path's placeholders, in order
 * @param query without the question mark, percent-encoded where needed; may be empty
 * @param body written as JSON, or sent as it is where it is text
 * @param type of the body
 * @param headers beside those that every request has
 */
public record Call(
        List<String> variables, String query, @Nullable Object body, MediaType type, Map<String, String> headers) {

    /** A request without body to the path with these values. */
    public static Call with(String... variables) {
        return new Call(List.of(variables), "", null, MediaType.APPLICATION_JSON, Map.of());
    }

    /** The same with a query. */
    public Call query(String text) {
        return new Call(variables, text, body, type, headers);
    }

    /** The same with a body, written as JSON. */
    public Call json(Object content) {
        return new Call(variables, query, content, MediaType.APPLICATION_JSON, headers);
    }

    /** The same with a file. */
    public Call csv(String content) {
        return new Call(variables, query, content, MediaType.parseMediaType("text/csv"), headers);
    }

    /** The same with a body as it is. */
    public Call bytes(byte[] content, String contentType) {
        return new Call(variables, query, content, MediaType.parseMediaType(contentType), headers);
    }

    /** The same with one more header. */
    public Call header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(variables, query, body, type, more);
    }

    EntityExchangeResult<byte[]> send(WebTestClient client, HttpMethod method, String template) {
        String uri = query.isEmpty() ? template : template + "?" + query;
        var request = client.method(method).uri(uri, variables.toArray());
        headers.forEach(request::header);
        if (body != null) {
            request.contentType(type).bodyValue(body);
        }
        return request.exchange().expectBody().returnResult();
    }
}
