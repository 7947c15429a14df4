package org.linli.partner.room;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The public holidays and the working days that make up for them.
 *
 * @param names of the holiday, by day
 * @param workingDays Saturdays and Sundays on which people work
 */
public record Holidays(Map<LocalDate, String> names, Set<LocalDate> workingDays) {

    public Holidays {
        names = Map.copyOf(names);
        workingDays = Set.copyOf(workingDays);
    }

    /** The holiday's name, on a holiday. */
    public Optional<String> on(LocalDate day) {
        return Optional.ofNullable(names.get(day));
    }

    /**
     * The weekday whose hours hold: a holiday is like a Sunday, a made-up Saturday like the Friday before it, a made-up
     * Sunday like the Monday after it.
     */
    public DayOfWeek likeWeekday(LocalDate day) {
        if (names.containsKey(day)) {
            return DayOfWeek.SUNDAY;
        }
        if (!workingDays.contains(day)) {
            return day.getDayOfWeek();
        }
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? DayOfWeek.FRIDAY : DayOfWeek.MONDAY;
    }
}
