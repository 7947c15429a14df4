package org.linli.partner.webhook;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as a partner is told of it.
 *
 * @param id {@code webhook-id}: the same in every attempt
 * @param body JSON with {@code type}, {@code timestamp} and {@code data}, and {@code "sandbox": true} where it is tried out
 */
record PartnerEvent(UUID id, UUID partner, String type, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param data JSON */
    static PartnerEvent of(UUID id, UUID partner, String type, Instant at, String data) {
        return new PartnerEvent(id, partner, type, body(type, at, "", data));
    }

    /** The same, of a sandbox. */
    static PartnerEvent triedOut(UUID id, UUID partner, String type, Instant at, String data) {
        return new PartnerEvent(id, partner, type, body(type, at, "\"sandbox\":true,", data));
    }

    private static String body(String type, Instant at, String mark, String data) {
        return "{\"type\":" + JSON.writeValueAsString(type) + ",\"timestamp\":" + JSON.writeValueAsString(at.toString())
                + "," + mark + "\"data\":" + data + "}";
    }
}
