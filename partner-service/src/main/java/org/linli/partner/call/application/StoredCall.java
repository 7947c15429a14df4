package org.linli.partner.call.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.call.OpenCall;

import java.time.Instant;

/**
 * A call as it stands in the table.
 *
 * @param version of every change
 * @param sequence of its last event, 0 where there was none
 * @param unitName absent for a unit not heard of yet
 */
public record StoredCall(
        OpenCall call,
        long version,
        long sequence,
        @Nullable String unitName,
        String createdBy,
        Instant createdAt) {}
