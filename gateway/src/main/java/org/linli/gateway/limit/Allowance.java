package org.linli.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.linli.gateway.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import java.time.Duration;

/**
 * What a client may still do, as the IETF draft "RateLimit header fields for HTTP" says it: since its eighth version in
 * {@code RateLimit-Policy} and {@code RateLimit}, before in three fields, which older clients read.
 *
 * @param policy name, quota and window, {@code "subject";q=4000;w=2}
 * @param granted whether this request is within the limit
 * @param limit requests at once after a rest
 * @param remaining requests that could follow at once
 * @param resetNanos until the full limit is there again
 * @param waitNanos until the next request is granted; 0 where this one was
 */
public record Allowance(String policy, boolean granted, long limit, long remaining, long resetNanos, long waitNanos) {

    static Allowance of(Bucket bucket, String policy, long limit) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Allowance(
                policy,
                probe.isConsumed(),
                limit,
                probe.getRemainingTokens(),
                probe.getNanosToWaitForReset(),
                probe.getNanosToWaitForRefill());
    }

    public void writeTo(HttpHeaders headers) {
        String left = Long.toString(remaining);
        String reset = Long.toString((resetNanos + 999_999_999) / 1_000_000_000);
        headers.set("RateLimit-Policy", policy);
        headers.set("RateLimit", policy.substring(0, policy.indexOf(';')) + ";r=" + left + ";t=" + reset);
        headers.set("RateLimit-Limit", Long.toString(limit));
        headers.set("RateLimit-Remaining", left);
        headers.set("RateLimit-Reset", reset);
    }

    public Problem refusal() {
        return Problem.of("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Too many requests")
                .detail("This client may make " + limit + " requests at once; wait as Retry-After says · 请求过于频繁")
                .retryAfter(Duration.ofNanos(waitNanos));
    }
}
