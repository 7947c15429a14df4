package org.linli.partner.webhook;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a receiver asks to be told again: the header of a 429 or 503, in seconds or as a date (RFC 9110, 10.2.3). */
final class RetryAfter {

    /** The farthest that is waited for. */
    static final Duration FARTHEST = Duration.ofHours(24);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private RetryAfter() {}

    /** No earlier than now and at most a day ahead; empty where nothing was asked that can be read. */
    static Optional<Instant> of(int status, HttpHeaders headers, Instant now) {
        String asked = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (asked == null || status != TOO_MANY_REQUESTS && status != UNAVAILABLE) {
            return Optional.empty();
        }
        Instant farthest = now.plus(FARTHEST);
        if (SECONDS.matcher(asked.strip()).matches()) {
            long seconds = Math.min(Long.parseLong(asked.strip()), FARTHEST.toSeconds());
            return Optional.of(now.plusSeconds(seconds));
        }
        return Optional.ofNullable(date(headers)).map(at -> at.isAfter(farthest) ? farthest : at);
    }

    private static @Nullable Instant date(HttpHeaders headers) {
        try {
            ZonedDateTime date = headers.getFirstZonedDateTime(HttpHeaders.RETRY_AFTER);
            return date == null ? null : date.toInstant();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
