package org.linli.partner.room;

import org.linli.partner.step.ShanghaiDay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** From an instant up to, not including, another. Days are days in Shanghai. */
public record TimeSpan(Instant from, Instant to) {

    public boolean overlaps(TimeSpan other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
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
}
