package org.linli.platform.inbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;
import org.linli.platform.correlation.TraceParent;
import org.linli.platform.event.IncomingEvent;
import reactor.util.context.Context;

import java.util.List;

/** Goes on with each event's trace while its batch is taken; what comes of the batch belongs to the first event's. */
final class EventTraces {

    private final @Nullable Propagator propagator;

    EventTraces(@Nullable Propagator propagator) {
        this.propagator = propagator;
    }

    Spans start(String consumer, List<IncomingEvent> events) {
        Propagator carried = propagator;
        if (carried == null) {
            return new Spans(List.of());
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
        return new Spans(spans);
    }

    record Spans(List<Span> spans) implements AutoCloseable {

        Context in(Context context) {
            return spans.isEmpty() ? context : context.put(TraceParent.KEY, TraceParent.of(spans.getFirst()));
        }

        @Override
        public void close() {
            spans.forEach(Span::end);
        }
    }
}
