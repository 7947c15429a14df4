package org.linli.partner.webhook;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as a partner is told of it.
 *
 * @param id {@code webhook-id}: the same in every attempt
 * @param body JSON with {@code type}, {@code timestamp} and {@code data}
 */
record PartnerEvent(UUID id, UUID partner, String type, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param data JSON */
    static PartnerEvent of(UUID id, UUID partner, String type, Instant at, String data) {
        String body = "{\"type\":" + JSON.writeValueAsString(type) + ",\"timestamp\":"
                + JSON.writeValueAsString(at.toString()) + ",\"data\":" + data + "}";
        return new PartnerEvent(id, partner, type, body);
    }
}
