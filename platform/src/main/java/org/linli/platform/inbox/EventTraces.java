package org.linli.platform.inbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;
import org.linli.platform.event.IncomingEvent;

import java.util.List;

/** Goes on with each event's trace while its batch is taken; the first event's span is the current one. */
final class EventTraces {

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    EventTraces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    Spans start(String consumer, List<IncomingEvent> events) {
        Tracer here = tracer;
        Propagator carried = propagator;
        if (here == null || carried == null) {
            return new Spans(List.of(), null);
        }
        List<Span> spans = events.stream()
                .filter(event -> event.traceparent() != null)
                .map(event -> carried.extract(
                                event, (from, header) -> header.equals("traceparent") ? from.traceparent() : null)
                        .name("receive " + event.type())
                        .kind(Span.Kind.CONSUMER)
                        .tag("linli.consumer", consumer)
                        .tag("linli.subject", event.subject())
                        .start())
                .toList();
        return new Spans(spans, spans.isEmpty() ? null : here.withSpan(spans.getFirst()));
    }

    record Spans(List<Span> spans, Tracer.@Nullable SpanInScope current) implements AutoCloseable {
        @Override
        public void close() {
            if (current != null) {
                current.close();
            }
            spans.forEach(Span::end);
        }
    }
}
