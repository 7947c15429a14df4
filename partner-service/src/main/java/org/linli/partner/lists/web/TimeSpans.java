package org.linli.partner.lists.web;

import org.jspecify.annotations.Nullable;
import org.linli.partner.room.OpeningHours;
import org.linli.partner.room.TimeOfDay;
import org.linli.platform.problem.FieldError;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Times of an ordinary week as callers write and read them. */
final class TimeSpans {

    private TimeSpans() {}

    static OpeningHours read(@Nullable List<@Nullable SpanRequest> given, List<FieldError> errors) {
        List<OpeningHours.Opening> spans = new ArrayList<>();
        int at = 0;
        for (@Nullable SpanRequest one : given == null ? List.<@Nullable SpanRequest>of() : given) {
            SpanRequest span = Objects.requireNonNull(one);
            String field = "times[" + (at++) + "]";
            Optional<TimeOfDay> from = TimeOfDay.parse(Objects.requireNonNull(span.from()));
            Optional<TimeOfDay> to = TimeOfDay.parseEnd(Objects.requireNonNull(span.to()));
            if (from.isEmpty() || to.isEmpty()) {
                errors.add(new FieldError(
                        field + (from.isEmpty() ? ".from" : ".to"), "not a time of day", TimeOfDay.EXPECTED));
                continue;
            }
            if (!from.get().isBefore(to.get())) {
                errors.add(new FieldError(field + ".to", "not after its begin", "later than " + from.get()));
            }
            spans.add(new OpeningHours.Opening(Objects.requireNonNull(span.weekday()), from.get(), to.get()));
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
