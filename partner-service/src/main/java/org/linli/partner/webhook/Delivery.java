package org.linli.partner.webhook;

import java.time.Instant;
import java.util.UUID;

/** One event for one endpoint, as its partner sees it. */
record Delivery(
        UUID id,
        UUID endpointId,
        UUID webhookId,
        String type,
        State state,
        int tries,
        Instant dueAt,
        Instant createdAt) {

    enum State {
        WAITING,
        DELIVERED,
        DEAD
    }
}
