package org.linli.partner.webhook;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a partner is told.
 *
 * @param types of events; empty for all
 */
@Schema(name = "WebhookEndpoint")
record Endpoint(UUID id, String url, List<String> types, State state, Instant createdAt, long version) {

    enum State {
        ACTIVE,
        DISABLED
    }

    static String placeOfSecret(UUID id) {
        return "webhook/" + id + "/secret";
    }
}
