package org.linli.partner.room;

import org.linli.platform.request.Fields;

import java.time.DayOfWeek;
import java.util.List;

/** When a room is open in an ordinary week; a day may have several spans, such as before and after noon. */
public record OpeningHours(List<Opening> openings) {

    public OpeningHours {
        openings = List.copyOf(openings);
    }

    /** As kept, a text an opening. */
    public static OpeningHours read(List<String> texts) {
        return new OpeningHours(texts.stream().map(Opening::read).toList());
    }

    /** One span of a weekday; it may last until its end, 24:00. */
    public record Opening(DayOfWeek weekday, TimeOfDay opens, TimeOfDay closes) {

        /** As kept: {@code 6 09:00-21:00}. */
        public String text() {
            return weekday.getValue() + " " + opens + "-" + closes;
        }

        static Opening read(String text) {
            return new Opening(
                    DayOfWeek.of(text.charAt(0) - '0'),
                    TimeOfDay.parse(text.substring(2, 7)).orElseThrow(),
                    TimeOfDay.parseEnd(text.substring(8)).orElseThrow());
        }

        boolean overlaps(Opening other) {
            return weekday == other.weekday && opens.isBefore(other.closes) && other.opens.isBefore(closes);
        }
    }

    public List<Opening> of(DayOfWeek weekday) {
        return openings.stream().filter(opening -> opening.weekday() == weekday).toList();
    }

    /** Two spans of a day that overlap are a mistake. */
    public void check(Fields fields, String field) {
        if (overlapping()) {
            fields.add(field, "spans of a day overlap", "spans that do not");
        }
    }

    private boolean overlapping() {
        return openings.stream()
                .anyMatch(one -> openings.stream().anyMatch(other -> other != one && one.overlaps(other)));
    }
}
