package org.linli.partner.room;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Somebody waits for what is taken.
 *
 * @param state WAITING, PROMOTED or WITHDRAWN
 * @param place in the line of those who want some of the same, from 1; absent when no longer waiting
 * @param booking what came of it
 */
public record Wish(
        UUID id,
        String unit,
        BookingAsk ask,
        String state,
        @Nullable Long place,
        @Nullable UUID booking) {}
