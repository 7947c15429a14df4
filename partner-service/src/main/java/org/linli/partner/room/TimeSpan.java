package org.linli.partner.room;

import org.linli.partner.history.ShanghaiDay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From an instant up to, not including, another. Days are days in Shanghai. */
public record TimeSpan(Instant from, Instant to) {

    public boolean overlaps(TimeSpan other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** In order, those that touch each other as one: what is open until midnight and from midnight on is open throughout. */
    public static List<TimeSpan> joined(List<TimeSpan> spans) {
        List<TimeSpan> joined = new ArrayList<>();
        spans.stream().sorted(Comparator.comparing(TimeSpan::from)).forEach(span -> {
            if (!joined.isEmpty() && joined.getLast().to.equals(span.from)) {
                joined.add(new TimeSpan(joined.removeLast().from, span.to));
            } else {
                joined.add(span);
            }
        });
        return joined;
    }

    public boolean holds(TimeSpan other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /** Widened by minutes before and after. */
    public TimeSpan widened(int before, int after) {
        return new TimeSpan(from.minus(Duration.ofMinutes(before)), to.plus(Duration.ofMinutes(after)));
    }

    public long minutes() {
        return Duration.between(from, to).toMinutes();
    }

    /** The day it begins on. */
    public LocalDate day() {
        return from.atZone(ShanghaiDay.ZONE).toLocalDate();
    }

    /** In order, cut where a month ends. */
    public List<TimeSpan> byMonth() {
        List<TimeSpan> pieces = new ArrayList<>();
        Instant start = from;
        while (start.isBefore(to)) {
            Instant next = YearMonth.from(start.atZone(ShanghaiDay.ZONE))
                    .plusMonths(1)
                    .atDay(1)
                    .atStartOfDay(ShanghaiDay.ZONE)
                    .toInstant();
            Instant end = next.isBefore(to) ? next : to;
            pieces.add(new TimeSpan(start, end));
            start = end;
        }
        return pieces;
    }

    /** The last day that it takes something of. */
    public LocalDate lastDay() {
        return to.minusNanos(1).atZone(ShanghaiDay.ZONE).toLocalDate();
    }
}
