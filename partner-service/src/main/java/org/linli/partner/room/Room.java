package org.linli.partner.room;

import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A room of a branch.
 *
 * @param parts what can be booked on its own; one for a room that is not divided
 * @param terms what the branch may change at any time
 */
public record Room(UUID id, UnitCode unit, List<Part> parts, Terms terms, long version) {

    public record Part(UUID id, String name) {}

    /**
     * @param setUp minutes kept free before each booking
     * @param cleanUp minutes kept free after it
     * @param daysAhead how far ahead it can be booked
     * @param freeUntil hours before the start until which cancelling is free
     */
    public record Terms(
            String name,
            String place,
            int capacity,
            List<String> equipment,
            OpeningHours hours,
            Set<LocalDate> closedDays,
            boolean openOnHolidays,
            int setUp,
            int cleanUp,
            int daysAhead,
            int freeUntil) {}

    /** When it is open on a day. */
    public List<TimeSpan> openOn(LocalDate day, Holidays holidays) {
        if (terms.closedDays().contains(day)
                || (!terms.openOnHolidays() && holidays.on(day).isPresent())) {
            return List.of();
        }
        return terms.hours().of(holidays.likeWeekday(day)).stream()
                .map(opening ->
                        new TimeSpan(opening.opens().on(day), opening.closes().on(day)))
                .sorted(java.util.Comparator.comparing(TimeSpan::from))
                .toList();
    }

    /** When it is open on these days; what touches over midnight is one. */
    public List<TimeSpan> openThrough(LocalDate first, LocalDate last, Holidays holidays) {
        return TimeSpan.joined(first.datesUntil(last.plusDays(1))
                .flatMap(day -> openOn(day, holidays).stream())
                .toList());
    }

    /** Opening time of a month, each part counted: what shares are measured against. */
    public long partMinutesOpen(YearMonth month, Holidays holidays) {
        return parts.size()
                * month.atDay(1)
                        .datesUntil(month.plusMonths(1).atDay(1))
                        .flatMap(day -> openOn(day, holidays).stream())
                        .mapToLong(TimeSpan::minutes)
                        .sum();
    }

    /** What a booking keeps others away from. */
    public TimeSpan held(TimeSpan booked) {
        return booked.widened(terms.setUp(), terms.cleanUp());
    }
}
