package org.linli.partner.trial;

import org.linli.partner.room.TimeSpan;

import java.util.UUID;

/**
 * One session of a trial in a real room.
 *
 * @param unit of the room
 * @param taken seats that are signed up or attended; @param waiting in line
 */
public record TrialSession(
        UUID id,
        UUID trial,
        String title,
        UUID booking,
        UUID room,
        String roomName,
        String place,
        String unit,
        TimeSpan time,
        int capacity,
        boolean cancelled,
        long taken,
        long waiting) {}
