package org.linli.partner.trial;

import org.linli.partner.room.TimeSpan;

import java.time.Duration;
import java.time.Instant;

/**
 * What matters of a session when a resident wants something.
 *
 * @param free seats left
 * @param codeIsRight whether the code given is the session's
 */
public record SessionFacts(TimeSpan time, boolean cancelled, long free, boolean codeIsRight, Instant now) {

    /** Attendance is taken from so long before the session until so long after it. */
    public static final Duration AROUND = Duration.ofMinutes(30);

    /** Begun or cancelled: nobody signs up or off any more. */
    boolean isOver() {
        return cancelled || hasBegun();
    }

    boolean hasBegun() {
        return !now.isBefore(time.from());
    }

    boolean isAttendable() {
        return !cancelled && !now.isBefore(attendableFrom()) && !now.isAfter(attendableTo());
    }

    Instant attendableFrom() {
        return time.from().minus(AROUND);
    }

    Instant attendableTo() {
        return time.to().plus(AROUND);
    }
}
