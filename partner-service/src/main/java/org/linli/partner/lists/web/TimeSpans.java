package org.linli.partner.lists.web;

import org.jspecify.annotations.Nullable;
import org.linli.partner.room.OpeningHours;
import org.linli.partner.room.TimeOfDay;
import org.linli.platform.request.Fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Times of an ordinary week as callers write and read them. */
final class TimeSpans {

    private TimeSpans() {}

    static OpeningHours read(Fields fields, @Nullable List<@Nullable SpanRequest> given) {
        List<OpeningHours.Opening> spans = new ArrayList<>();
        for (@Nullable SpanRequest one : given == null ? List.<@Nullable SpanRequest>of() : given) {
            SpanRequest span = Objects.requireNonNull(one);
            Fields item = fields.in("times", spans.size());
            TimeOfDay from = TimeOfDay.read(item, "from", span.from());
            TimeOfDay to = TimeOfDay.readEnd(item, "to", span.to());
            item.inStrictOrder("from", from, "to", to);
            spans.add(new OpeningHours.Opening(Objects.requireNonNull(span.weekday()), from, to));
        }
        OpeningHours times = new OpeningHours(spans);
        times.check(fields, "times");
        return times;
    }

    static List<SpanView> view(OpeningHours times) {
        return times.openings().stream()
                .map(span -> new SpanView(
                        span.weekday(), span.opens().toString(), span.closes().toString()))
                .toList();
    }
}
