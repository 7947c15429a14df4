package org.linli.partner.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a partner is told.
 *
 * @param types of events; empty for all
 * @param endedAt absent unless it was ended, which is for good
 */
@Schema(name = "WebhookEndpoint")
record Endpoint(
        UUID id,
        String url,
        List<String> types,
        State state,
        Instant createdAt,
        @Nullable Instant endedAt,
        long version) {

    @Schema(name = "EndpointState")
    enum State {
        ACTIVE,
        DISABLED,
        ENDED
    }

    static String placeOfSecret(UUID id) {
        return "webhook/" + id + "/secret";
    }
}
