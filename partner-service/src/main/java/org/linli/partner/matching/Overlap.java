package org.linli.partner.matching;

import org.linli.partner.room.OpeningHours;
import org.linli.partner.room.TimeOfDay;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** A span in which two weeks overlap. */
record Overlap(DayOfWeek weekday, TimeOfDay from, TimeOfDay to) {

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Comparator<Overlap> LONGEST_FIRST = Comparator.comparing(Overlap::length)
            .reversed()
            .thenComparing(Overlap::weekday)
            .thenComparing(Overlap::from);

    /** The longest one of half an hour or more. */
    static Optional<Overlap> of(OpeningHours one, OpeningHours other) {
        return one.openings().stream()
                .flatMap(mine -> other.of(mine.weekday()).stream()
                        .map(theirs -> new Overlap(
                                mine.weekday(),
                                later(mine.opens(), theirs.opens()),
                                later(mine.closes(), theirs.closes()).equals(mine.closes())
                                        ? theirs.closes()
                                        : mine.closes())))
                .filter(overlap -> overlap.length().compareTo(SHORTEST) >= 0)
                .min(LONGEST_FIRST);
    }

    String zh() {
        return weekday.getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE) + " " + from + "–" + to;
    }

    String en() {
        return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + from + "–" + to;
    }

    private Duration length() {
        return Duration.ofMinutes(to.minute() - from.minute());
    }

    private static TimeOfDay later(TimeOfDay one, TimeOfDay other) {
        return one.isBefore(other) ? other : one;
    }
}
