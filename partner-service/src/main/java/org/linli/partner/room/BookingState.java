package org.linli.partner.room;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a booking stands.
 *
 * <pre>
 * from           | cancel, in time | cancel, late   | cancel, begun
 * ---------------+-----------------+----------------+--------------
 * BOOKED         | CANCELLED       | CANCELLED_LATE | –
 * CANCELLED      | –               | –              | –
 * CANCELLED_LATE | –               | –              | –
 * </pre>
 */
@Schema(name = "BookingState")
public enum BookingState {
    BOOKED,
    CANCELLED,
    /** Given up after the time until which it is free to: it is remembered. */
    CANCELLED_LATE;

    /** What comes of a command. */
    public sealed interface Decision {
        record Done(BookingState next) implements Decision {}

        record Refused(Refusal reason) implements Decision {}
    }

    /** @param freeUntil hours before the start until which cancelling is free */
    public Decision cancel(Instant start, int freeUntil, Instant now) {
        return switch (this) {
            case BOOKED ->
                !now.isBefore(start)
                        ? new Decision.Refused(new Refusal.AlreadyStarted())
                        : new Decision.Done(
                                now.isAfter(start.minus(Duration.ofHours(freeUntil))) ? CANCELLED_LATE : CANCELLED);
            case CANCELLED, CANCELLED_LATE -> new Decision.Refused(new Refusal.NotInThisState(name()));
        };
    }
}
