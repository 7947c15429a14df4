package org.linli.partner.room.calendar;

import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The days of a recurring booking: RFC 5545 recurrence rules, weekly or monthly, with an end. Weeks begin on Monday,
 * wherever the service runs (3.3.10, the default of WKST).
 *
 * @param rule such as {@code FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10}
 */
public record Recurrence(String rule) {

    /** Most occurrences of one series. */
    public static final int MOST = 60;

    public static final String EXPECTED =
            "FREQ=WEEKLY, with INTERVAL (1–12) and BYDAY (MO to SU), or FREQ=MONTHLY, with INTERVAL, BYDAY (such as 2SA)"
                    + " and BYMONTHDAY (1–31, -1), and COUNT (1–" + MOST
                    + ") or UNTIL (a day), such as FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10";

    private static final String WEEKDAY = "(MO|TU|WE|TH|FR|SA|SU)";
    private static final String NTH = "(-?[1-5])?" + WEEKDAY;
    private static final String MONTH_DAY = "(-1|[1-9]|[12][0-9]|3[01])";
    private static final String END =
            "INTERVAL=([1-9]|1[0-2])|COUNT=[1-9][0-9]?|UNTIL=20[0-9]{2}[01][0-9][0-3][0-9]|WKST=MO";
    private static final Pattern WEEKLY =
            Pattern.compile("FREQ=WEEKLY(;(" + END + "|BYDAY=" + WEEKDAY + "(," + WEEKDAY + "){0,6})){1,5}");
    private static final Pattern MONTHLY = Pattern.compile("FREQ=MONTHLY(;(" + END + "|BYDAY=" + NTH + "(," + NTH
            + "){0,6}|BYMONTHDAY=" + MONTH_DAY + "(," + MONTH_DAY + "){0,6})){1,6}");

    /**
     * The days, from the first on.
     *
     * @param last no rule goes beyond it
     * @throws ProblemException (422) where the rule cannot be read, has no end or too many days, or leaves out its first
     */
    public List<LocalDate> days(LocalDate first, LocalDate last) {
        Map<String, String> parts = parts();
        if (parts.containsKey("COUNT") == parts.containsKey("UNTIL")) {
            throw invalid("rule", "not a rule of ours", EXPECTED);
        }
        List<LocalDate> days = upToItsEnd(parts, first, last);
        if (days.isEmpty() || !days.getFirst().equals(first)) {
            throw invalid("from", "not a day of the rule", "the rule's first day");
        }
        if (days.size() > MOST) {
            throw invalid("rule", "too many days: " + days.size(), "at most " + MOST);
        }
        return days;
    }

    /** Nothing is cut off in silence. */
    private static List<LocalDate> upToItsEnd(Map<String, String> parts, LocalDate first, LocalDate last) {
        RecurringDays recurring = RecurringDays.of(parts, first);
        String count = parts.get("COUNT");
        if (count != null) {
            List<LocalDate> days =
                    recurring.until(last).limit(Integer.parseInt(count)).toList();
            if (days.size() < Integer.parseInt(count)) {
                throw tooLong(last);
            }
            return days;
        }
        LocalDate until = day(parts.getOrDefault("UNTIL", ""));
        if (until.isAfter(last)) {
            throw tooLong(last);
        }
        return recurring.until(until).toList();
    }

    private Map<String, String> parts() {
        if (rule.length() > 200
                || !(WEEKLY.matcher(rule).matches() || MONTHLY.matcher(rule).matches())) {
            throw invalid("rule", "not a rule of ours", EXPECTED);
        }
        try {
            return Pattern.compile(";")
                    .splitAsStream(rule)
                    .map(part -> part.split("=", 2))
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
        } catch (IllegalStateException twice) {
            throw invalid("rule", "a part stands twice", EXPECTED);
        }
    }

    private static LocalDate day(String basic) {
        try {
            return LocalDate.parse(basic, java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException noDay) {
            throw invalid("rule", "UNTIL is not a day", "a day such as UNTIL=20261231");
        }
    }

    private static ProblemException tooLong(LocalDate last) {
        return invalid("rule", "runs on for more than a year", "an end by " + last);
    }

    private static ProblemException invalid(String field, String reason, String expected) {
        return Problem.invalid("The series is not valid")
                .field(field, reason, expected)
                .exception();
    }
}
