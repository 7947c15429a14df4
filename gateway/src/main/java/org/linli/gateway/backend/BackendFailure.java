package org.linli.gateway.backend;

import io.netty.handler.timeout.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.linli.gateway.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;

/** In which way a part failed to answer, and how the gateway says so. */
enum BackendFailure {
    /** No connection could be made: the part has not seen the request. */
    UNREACHABLE,
    /** The part took the request and did not answer in time: what it did is not known. */
    TOO_SLOW,
    /** The part broke the connection off: what it did is not known. */
    BROKEN_OFF,
    /** All connections to the part are in use: it has not seen the request. */
    CROWDED;

    /** The failure behind an error, or null where the part is not to blame. */
    static @Nullable BackendFailure of(Throwable error) {
        return switch (error) {
            case ConnectException _, UnknownHostException _ -> UNREACHABLE;
            case PoolAcquireTimeoutException _, PoolAcquirePendingLimitException _ -> CROWDED;
            case TimeoutException _, java.util.concurrent.TimeoutException _ -> TOO_SLOW;
            case ResponseStatusException status when status.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT -> TOO_SLOW;
            case IOException _ -> BROKEN_OFF;
            default -> null;
        };
    }

    static boolean isOne(Throwable error) {
        return of(error) != null;
    }

    Problem problem(Backend part, Duration wait) {
        return switch (this) {
            case UNREACHABLE -> down(part, wait);
            case CROWDED ->
                Problem.of("part-crowded", HttpStatus.SERVICE_UNAVAILABLE, "A part of the suite has no room")
                        .detail(part.english() + " is busy; the request was not sent · " + part.chinese() + "繁忙")
                        .retryAfter(wait);
            case TOO_SLOW ->
                Problem.of("part-too-slow", HttpStatus.GATEWAY_TIMEOUT, "A part of the suite did not answer in time")
                        .detail(part.english()
                                + " took too long; whether the request had an effect is not known: repeat"
                                + " it with the same Idempotency-Key · " + part.chinese() + "响应超时")
                        .retryAfter(wait);
            case BROKEN_OFF ->
                Problem.of("part-broke-off", HttpStatus.BAD_GATEWAY, "A part of the suite broke off its answer")
                        .detail(part.english()
                                + " closed the connection; whether the request had an effect is not known:"
                                + " repeat it with the same Idempotency-Key · " + part.chinese() + "中断了连接")
                        .retryAfter(wait);
        };
    }

    static Problem down(Backend part, Duration wait) {
        return Problem.of("part-down", HttpStatus.SERVICE_UNAVAILABLE, "A part of the suite is down")
                .detail(part.english() + " cannot be reached; the request was not sent · " + part.chinese() + "暂时不可用")
                .retryAfter(wait);
    }
}
