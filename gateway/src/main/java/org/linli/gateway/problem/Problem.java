package org.linli.gateway.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import java.time.Duration;
import java.util.Map;

/**
 * An error that the gateway answers itself (RFC 9457).
 *
 * @param slug last step of the stable {@code type} address; never changes its meaning
 * @param status HTTP status
 * @param title what kind of error, the same text each time
 * @param detail what happened this time and what would help
 * @param headers of the answer, such as {@code Retry-After} in seconds
 */
public record Problem(
        String slug,
        HttpStatus status,
        String title,
        @Nullable String detail,
        Map<String, String> headers) {

    public static Problem of(String slug, HttpStatus status, String title) {
        return new Problem(slug, status, title, null, Map.of());
    }

    public Problem detail(String text) {
        return new Problem(slug, status, title, text, headers);
    }

    public Problem header(String name, String value) {
        return new Problem(slug, status, title, detail, Map.of(name, value));
    }

    /** With {@code Retry-After}, rounded up to a whole second, at least one. */
    public Problem retryAfter(Duration wait) {
        return header(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
