package org.linli.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.linli.gateway.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import java.time.Duration;

/**
 * What a client may still do, as the {@code RateLimit-*} headers of the IETF draft say it.
 *
 * @param granted whether this request is within the limit
 * @param limit requests at once after a rest
 * @param remaining requests that could follow at once
 * @param resetNanos until the full limit is there again
 * @param waitNanos until the next request is granted; 0 where this one was
 */
public record Allowance(boolean granted, long limit, long remaining, long resetNanos, long waitNanos) {

    static Allowance of(Bucket bucket, long limit) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Allowance(
                probe.isConsumed(),
                limit,
                probe.getRemainingTokens(),
                probe.getNanosToWaitForReset(),
                probe.getNanosToWaitForRefill());
    }

    public void writeTo(HttpHeaders headers) {
        headers.set("RateLimit-Limit", Long.toString(limit));
        headers.set("RateLimit-Remaining", Long.toString(remaining));
        headers.set("RateLimit-Reset", Long.toString((resetNanos + 999_999_999) / 1_000_000_000));
    }

    public Problem refusal() {
        return Problem.of("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Too many requests")
                .detail("This client may make " + limit + " requests at once; wait as Retry-After says · 请求过于频繁")
                .retryAfter(Duration.ofNanos(waitNanos));
    }
}
