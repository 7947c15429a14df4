package org.linli.partner.lists;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * An item of a list as it stands in the table.
 *
 * @param reason of its last move, where one was given
 * @param call that became of a project
 * @param unitName absent for a unit not heard of yet
 */
public record Item(
        UUID id,
        ItemTerms terms,
        ItemState state,
        @Nullable String reason,
        @Nullable UUID call,
        long version,
        @Nullable String unitName,
        String createdBy,
        Instant createdAt) {}
