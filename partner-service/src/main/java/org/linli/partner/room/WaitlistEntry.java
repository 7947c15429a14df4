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
public record WaitlistEntry(
        UUID id,
        String unit,
        BookingCommand ask,
        String state,
        @Nullable Long place,
        @Nullable UUID booking) {}
