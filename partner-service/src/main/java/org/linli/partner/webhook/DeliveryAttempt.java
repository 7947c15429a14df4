package org.linli.partner.webhook;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How one attempt went.
 *
 * @param status of the answer; absent where none came
 * @param notBefore when the receiver asks to be told again, where it does
 */
record DeliveryAttempt(
        Instant at,
        @Nullable Integer status,
        String outcome,
        long millis,
        @Nullable Instant notBefore) {

    private static final int GONE = 410;

    boolean isDelivered() {
        return status != null && status / 100 == 2;
    }

    /** The endpoint asks never to be told again. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
