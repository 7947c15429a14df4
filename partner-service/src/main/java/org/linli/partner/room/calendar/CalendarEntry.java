package org.linli.partner.room.calendar;

import org.linli.partner.room.TimeSpan;
import org.linli.platform.text.Texts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A booking as a calendar shows it.
 *
 * @param changes how often it was changed: calendars replace what they have by a higher number
 */
public record CalendarEntry(
        UUID id, TimeSpan time, String summary, String location, boolean cancelled, long changes, Instant changedAt) {

    /** @param parts of the room, none where it is booked as a whole */
    public static String location(String place, String room, List<String> parts) {
        return Stream.of(place, room, String.join("、", parts))
                .filter(part -> !Texts.isBlank(part))
                .map(Texts::trimmed)
                .collect(Collectors.joining(" "));
    }
}
