package org.linli.partner.room;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.platform.decision.Decision;

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

    /** @param freeUntil hours before the start until which cancelling is free */
    public Decision<BookingState, Refusal> cancel(Instant start, int freeUntil, Instant now) {
        return switch (this) {
            case BOOKED ->
                !now.isBefore(start)
                        ? Decision.refuse(new Refusal.AlreadyStarted())
                        : Decision.accept(
                                now.isAfter(start.minus(Duration.ofHours(freeUntil))) ? CANCELLED_LATE : CANCELLED);
            case CANCELLED, CANCELLED_LATE -> Decision.refuse(new Refusal.NotInThisState(name()));
        };
    }
}
