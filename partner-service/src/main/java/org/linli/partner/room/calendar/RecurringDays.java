package org.linli.partner.room.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The days of a rule in order, each once, from its first on. Days that a month does not have are left out, as RFC 5545
 * (3.3.10) says.
 *
 * @param weekly or monthly
 * @param interval weeks or months from one to the next that counts
 * @param weekdays none: that of the first
 * @param monthDays from 1, or -1 for the last; where there are some, weekdays only choose among them
 */
record RecurringDays(LocalDate first, boolean weekly, int interval, List<Weekday> weekdays, List<Integer> monthDays) {

    /** @param nth of the month, from its end where negative; 0 for every one */
    record Weekday(int nth, DayOfWeek day) {

        static Weekday read(String text) {
            String name = text.substring(text.length() - 2);
            String nth = text.substring(0, text.length() - 2);
            DayOfWeek day = Arrays.stream(DayOfWeek.values())
                    .filter(one -> one.name().startsWith(name))
                    .findFirst()
                    .orElseThrow();
            return new Weekday(nth.isEmpty() ? 0 : Integer.parseInt(nth), day);
        }

        boolean is(LocalDate date) {
            int fromStart = (date.getDayOfMonth() - 1) / 7 + 1;
            int fromEnd = -((date.lengthOfMonth() - date.getDayOfMonth()) / 7 + 1);
            return date.getDayOfWeek() == day && (nth == 0 || nth == fromStart || nth == fromEnd);
        }
    }

    static RecurringDays of(Map<String, String> parts, LocalDate first) {
        return new RecurringDays(
                first,
                "WEEKLY".equals(parts.get("FREQ")),
                Integer.parseInt(parts.getOrDefault("INTERVAL", "1")),
                list(parts.get("BYDAY")).map(Weekday::read).toList(),
                list(parts.get("BYMONTHDAY")).map(Integer::valueOf).toList());
    }

    /** Up to that day, which may be one of them. */
    Stream<LocalDate> until(LocalDate last) {
        long periods = weekly ? ChronoUnit.WEEKS.between(first, last) + 1 : ChronoUnit.MONTHS.between(first, last) + 1;
        return IntStream.rangeClosed(0, (int) Math.max(0, periods / interval + 1))
                .boxed()
                .flatMap(number -> weekly ? ofWeek(number) : ofMonth(number))
                .filter(day -> !day.isBefore(first) && !day.isAfter(last));
    }

    private Stream<LocalDate> ofWeek(int number) {
        LocalDate monday =
                first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks((long) number * interval);
        return monday.datesUntil(monday.plusWeeks(1))
                .filter(day -> weekdays.isEmpty()
                        ? day.getDayOfWeek() == first.getDayOfWeek()
                        : weekdays.stream().anyMatch(weekday -> weekday.is(day)));
    }

    private Stream<LocalDate> ofMonth(int number) {
        YearMonth month = YearMonth.from(first).plusMonths((long) number * interval);
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> weekdays.isEmpty() || weekdays.stream().anyMatch(weekday -> weekday.is(day)))
                .filter(this::isMonthDay);
    }

    private boolean isMonthDay(LocalDate day) {
        if (monthDays.isEmpty()) {
            return !weekdays.isEmpty() || day.getDayOfMonth() == first.getDayOfMonth();
        }
        return monthDays.contains(day.getDayOfMonth())
                || (monthDays.contains(-1) && day.getDayOfMonth() == day.lengthOfMonth());
    }

    private static Stream<String> list(@org.jspecify.annotations.Nullable String text) {
        return text == null ? Stream.empty() : Arrays.stream(text.split(","));
    }
}
