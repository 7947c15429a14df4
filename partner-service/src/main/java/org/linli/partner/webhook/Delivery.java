package org.linli.partner.webhook;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/** One event for one endpoint, as its partner sees it. */
@Schema(name = "WebhookDelivery")
record Delivery(
        UUID id,

        @Schema(description = "The endpoint that it is sent to")
        UUID endpointId,

        @Schema(description = "The header webhook-id that it is sent with: the event's, not the endpoint's")
        UUID webhookId,

        String type,
        State state,
        int tries,
        Instant dueAt,
        Instant createdAt) {

    @Schema(name = "DeliveryState")
    enum State {
        WAITING,
        DELIVERED,
        DEAD
    }
}
