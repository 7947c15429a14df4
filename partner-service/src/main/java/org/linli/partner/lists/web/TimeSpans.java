package org.linli.partner.lists.web;

import org.jspecify.annotations.Nullable;
import org.linli.partner.room.OpeningHours;
import org.linli.platform.problem.FieldError;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Times of an ordinary week as callers write and read them. */
final class TimeSpans {

    private TimeSpans() {}

    static OpeningHours read(@Nullable List<@Nullable SpanRequest> given, List<FieldError> errors) {
        List<OpeningHours.Opening> spans = new ArrayList<>();
        for (@Nullable SpanRequest one : given == null ? List.<@Nullable SpanRequest>of() : given) {
            SpanRequest span = Objects.requireNonNull(one);
            LocalTime from = Objects.requireNonNull(span.from()).truncatedTo(ChronoUnit.MINUTES);
            LocalTime to = Objects.requireNonNull(span.to()).truncatedTo(ChronoUnit.MINUTES);
            if (!from.isBefore(to)) {
                errors.add(
                        new FieldError("times[" + spans.size() + "].to", "not after its begin", "later than " + from));
            }
            spans.add(new OpeningHours.Opening(Objects.requireNonNull(span.weekday()), from, to));
        }
        OpeningHours times = new OpeningHours(spans);
        if (times.overlapping()) {
            errors.add(new FieldError("times", "spans of a day overlap", "spans that do not"));
        }
        return times;
    }

    static List<SpanView> view(OpeningHours times) {
        return times.openings().stream()
                .map(span -> new SpanView(
                        span.weekday(), span.opens().toString(), span.closes().toString()))
                .toList();
    }
}
