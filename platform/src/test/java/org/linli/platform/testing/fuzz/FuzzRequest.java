package org.linli.platform.testing.fuzz;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request, byte by byte.
 *
 * @param operation method and template it was made for
 * @param mutations what was done to a valid request, in words
 * @param method as sent, which need not be the operation's
 * @param target path and query as sent
 * @param headers name and value, possibly twice
 * @param body possibly empty
 */
record FuzzRequest(
        String operation,
        List<String> mutations,
        String method,
        String target,
        List<Map.Entry<String, String>> headers,
        byte[] body) {

    private static final int LONGEST_TARGET = 4_000;
    static final FuzzRequest NONE = new FuzzRequest("", List.of(), "", "", List.of(), new byte[0]);

    byte[] bytes(String authority) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                (method + " " + target + " HTTP/1.1\r\nHost: " + authority + "\r\n").getBytes(StandardCharsets.UTF_8));
        headers.forEach(header ->
                out.writeBytes((header.getKey() + ": " + header.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** Whether the method can change anything by its meaning. */
    boolean isWrite() {
        return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
    }

    /** Whether this is HTTP at all: what is not never reaches the service and is refused by its HTTP layer. */
    boolean isLegal() {
        if (target.length() > LONGEST_TARGET) {
            return false;
        }
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException illegal) {
            return false;
        }
    }

    /** For the report: enough to send it again by hand, without the token. */
    @Override
    public String toString() {
        String shown = headers.stream()
                .filter(header -> !header.getKey().equals("Authorization"))
                .map(header -> header.getKey() + ": " + cut(header.getValue()))
                .collect(Collectors.joining("; "));
        return "%s %s [%s] {%s} %s"
                .formatted(
                        method,
                        cut(target),
                        shown,
                        String.join(", ", mutations),
                        cut(new String(body, StandardCharsets.UTF_8)));
    }

    private static String cut(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…(" + text.length() + ")";
    }
}
