package org.linli.partner.webhook;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/** One event for one endpoint, as its partner sees it. */
@Schema(name = "WebhookDelivery")
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
