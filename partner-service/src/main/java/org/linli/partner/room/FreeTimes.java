package org.linli.partner.room;

import org.linli.partner.history.ShanghaiDay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * When parts of a room are free.
 *
 * @param room whose gaps are kept
 * @param busy what bookings of these parts hold, gaps included, in order of their beginning
 */
public record FreeTimes(Room room, List<TimeSpan> busy, Holidays holidays) {

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final long GRID_SECONDS =
            Duration.ofMinutes(BookingRules.GRID_MINUTES).toSeconds();

    /**
     * The longest stretches that begin on these days, not before {@code earliest}, and into which a booking of so many
     * minutes fits. The last of them goes on after midnight where the room does, for as long as such a booking may.
     */
    public List<TimeSpan> windows(LocalDate first, LocalDate last, int minutes, Instant earliest) {
        List<TimeSpan> windows = new ArrayList<>();
        for (TimeSpan open : room.openThrough(first, last.plusDays(daysBeyond(minutes)), holidays)) {
            Instant from = onGrid(later(open.from(), earliest));
            for (TimeSpan held : busy) {
                // A booking may end so early that its clean-up is over when what is held begins.
                Instant to = earlier(
                        open.to(),
                        onGridBefore(held.from().minus(gap(room.terms().cleanUp()))));
                if (held.to().plus(gap(room.terms().setUp())).isAfter(from)) {
                    add(windows, from, to, minutes);
                    from = later(from, onGrid(held.to().plus(gap(room.terms().setUp()))));
                }
            }
            add(windows, from, open.to(), minutes);
        }
        Instant end = endOf(last);
        return windows.stream().filter(window -> window.from().isBefore(end)).toList();
    }

    /** Days after the one that it begins on into which a booking of so many minutes may reach. */
    public static int daysBeyond(int minutes) {
        return Math.ceilDiv(minutes, MINUTES_OF_A_DAY);
    }

    /** The next slots of the same length that do not overlap each other, from {@code after} on. */
    public List<TimeSpan> next(Instant after, int minutes, int days, LocalDate last, int most) {
        LocalDate first = after.atZone(ShanghaiDay.ZONE).toLocalDate();
        LocalDate until = first.plusDays(days).isBefore(last) ? first.plusDays(days) : last;
        List<TimeSpan> found = new ArrayList<>();
        if (until.isBefore(first)) {
            return found;
        }
        for (TimeSpan window : windows(first, until, minutes, after)) {
            slots(window, minutes, endOf(until), most, found);
        }
        return found;
    }

    private void slots(TimeSpan window, int minutes, Instant end, int most, List<TimeSpan> found) {
        Instant from = window.from();
        while (found.size() < most && from.isBefore(end)) {
            Instant to = from.plus(gap(minutes));
            if (to.isAfter(window.to())) {
                return;
            }
            found.add(new TimeSpan(from, to));
            from = onGrid(to.plus(gap(room.terms().setUp() + room.terms().cleanUp())));
        }
    }

    private static void add(List<TimeSpan> windows, Instant from, Instant to, int minutes) {
        if (!from.plus(gap(minutes)).isAfter(to)) {
            windows.add(new TimeSpan(from, to));
        }
    }

    private static Instant onGrid(Instant time) {
        long over = time.getEpochSecond() % GRID_SECONDS;
        return over == 0 && time.getNano() == 0
                ? time
                : Instant.ofEpochSecond(time.getEpochSecond() - over + GRID_SECONDS);
    }

    private static Instant onGridBefore(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond() - time.getEpochSecond() % GRID_SECONDS);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ShanghaiDay.ZONE).toInstant();
    }

    private static Duration gap(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
