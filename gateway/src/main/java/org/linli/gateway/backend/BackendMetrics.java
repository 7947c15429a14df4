package org.linli.gateway.backend;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** {@code linli.gateway.requests}: how long a part took, by the kind of its answer; made once, for looking up costs. */
class BackendMetrics {

    private final Timer[] answered;
    private final Timer failed;

    BackendMetrics(Backend part, MeterRegistry registry) {
        this.answered = IntStream.rangeClosed(0, 5)
                .mapToObj(kind -> timer(part, kind == 0 ? "unknown" : kind + "xx", registry))
                .toArray(Timer[]::new);
        this.failed = timer(part, "failed", registry);
    }

    /** A whole answer, with the time it took in nanoseconds. */
    void answered(@Nullable HttpStatusCode status, long nanos) {
        int kind = status == null ? 0 : status.value() / 100;
        answered[kind > 5 ? 0 : kind].record(nanos, TimeUnit.NANOSECONDS);
    }

    /** No answer, with the time it took to know that, in nanoseconds. */
    void failed(long nanos) {
        failed.record(nanos, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(Backend part, String answer, MeterRegistry registry) {
        return Timer.builder("linli.gateway.requests")
                .description("Requests forwarded to a part")
                .tag("part", part.id())
                .tag("answer", answer)
                .register(registry);
    }
}
