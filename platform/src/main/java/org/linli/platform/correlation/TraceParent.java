package org.linli.platform.correlation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** The running trace as a W3C {@code traceparent}, to travel with an event until its consumer goes on with it. */
public final class TraceParent {

    /** Key in the Reactor context, where no HTTP request is observed. */
    public static final String KEY = "traceparent";

    private TraceParent() {}

    /** Of what runs with this context; absent where nothing is traced. */
    public static @Nullable String of(ContextView context) {
        @Nullable String given = context.getOrDefault(KEY, null);
        if (given != null) {
            return given;
        }
        @Nullable Observation observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        TracingContext tracing =
                observation == null ? null : observation.getContextView().get(TracingContext.class);
        Span span = tracing == null ? null : tracing.getSpan();
        return span == null ? null : of(span);
    }

    public static String of(Span span) {
        TraceContext context = span.context();
        boolean sampled = Boolean.TRUE.equals(context.sampled());
        return "00-" + context.traceId() + "-" + context.spanId() + (sampled ? "-01" : "-00");
    }
}
