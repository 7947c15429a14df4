package org.linli.platform.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The running trace as a W3C {@code traceparent}, to travel with an event until its consumer goes on with it. */
final class TraceParent {

    private final @Nullable Tracer tracer;

    TraceParent(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    @Nullable
    String current() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        boolean sampled = Boolean.TRUE.equals(context.sampled());
        return "00-" + context.traceId() + "-" + context.spanId() + (sampled ? "-01" : "-00");
    }
}
