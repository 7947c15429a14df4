package org.linli.partner.agreement;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A year of an agreement, counted from its first day, with the sessions for the public good of it.
 *
 * @param to last day; the last year may be a short one and owes the whole number all the same
 */
@Schema(name = "SessionYear")
public record SessionYear(LocalDate from, LocalDate to, int owed, int held) {

    /** All years that have begun by today. */
    public static List<SessionYear> of(Terms terms, List<LocalDate> heldOn, LocalDate today) {
        List<SessionYear> years = new ArrayList<>();
        LocalDate from = terms.startsOn();
        for (int n = 1; !from.isAfter(terms.endsOn()) && !from.isAfter(today); n++) {
            LocalDate next = terms.startsOn().plusYears(n);
            LocalDate to = next.minusDays(1).isAfter(terms.endsOn()) ? terms.endsOn() : next.minusDays(1);
            LocalDate begin = from;
            int held = (int) heldOn.stream()
                    .filter(day -> !day.isBefore(begin) && !day.isAfter(to))
                    .count();
            years.add(new SessionYear(from, to, terms.sessionsPerYear(), held));
            from = next;
        }
        return List.copyOf(years);
    }
}
