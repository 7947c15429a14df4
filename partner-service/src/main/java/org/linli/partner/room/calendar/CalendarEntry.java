package org.linli.partner.room.calendar;

import org.linli.partner.room.TimeSpan;

import java.time.Instant;
import java.util.UUID;

/**
 * A booking as a calendar shows it.
 *
 * @param changes how often it was changed: calendars replace what they have by a higher number
 */
public record CalendarEntry(
        UUID id, TimeSpan time, String summary, String location, boolean cancelled, long changes, Instant changedAt) {}
