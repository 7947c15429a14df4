package org.linli.partner.room.calendar;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.linli.platform.unit.StreetTime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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
                    + ") or UNTIL (a day, or a UTC time such as 20261215T155959Z), each part once and in any order, such as"
                    + " FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10";

    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST = 200;
    private static final String WEEKDAY = "(MO|TU|WE|TH|FR|SA|SU)";
    private static final String NTH = "([+-]?[1-5])?" + WEEKDAY;
    private static final String MONTH_DAY = "(-1|\\+?([1-9]|[12][0-9]|3[01]))";
    private static final Map<String, Pattern> WEEKLY = Map.of(
            "FREQ", Pattern.compile("WEEKLY"),
            "INTERVAL", Pattern.compile("[1-9]|1[0-2]"),
            "COUNT", Pattern.compile("[1-9][0-9]?"),
            "UNTIL", Pattern.compile("20[0-9]{2}[01][0-9][0-3][0-9](T[0-9]{6}Z)?"),
            "WKST", Pattern.compile("MO"),
            "BYDAY", listOf(WEEKDAY));
    private static final Map<String, Pattern> MONTHLY = monthly();

    private static Map<String, Pattern> monthly() {
        Map<String, Pattern> parts = new HashMap<>(WEEKLY);
        parts.put("FREQ", Pattern.compile("MONTHLY"));
        parts.put("BYDAY", listOf(NTH));
        parts.put("BYMONTHDAY", listOf(MONTH_DAY));
        return Map.copyOf(parts);
    }

    private static Pattern listOf(String item) {
        return Pattern.compile(item + "(," + item + "){0,6}");
    }

    /**
     * The days, from the first on.
     *
     * @param first when the first one begins
     * @param last no rule goes beyond it
     * @throws ProblemException (422) where the rule cannot be read, has no end or too many days, or leaves out its first
     */
    public List<LocalDate> days(LocalDateTime first, LocalDate last) {
        Map<String, String> parts = parts();
        if (parts.containsKey("COUNT") == parts.containsKey("UNTIL")) {
            throw invalid("rule", "not a rule of ours", EXPECTED);
        }
        List<LocalDate> days = upToItsEnd(parts, first, last);
        if (days.isEmpty() || !days.getFirst().equals(first.toLocalDate())) {
            throw invalid("from", "not a day of the rule", "the rule's first day");
        }
        if (days.size() > MOST) {
            throw invalid("rule", "too many days: " + days.size(), "at most " + MOST);
        }
        return days;
    }

    /** Nothing is cut off in silence. */
    private static List<LocalDate> upToItsEnd(Map<String, String> parts, LocalDateTime first, LocalDate last) {
        RecurringDays recurring = RecurringDays.of(parts, first.toLocalDate());
        String count = parts.get("COUNT");
        if (count != null) {
            List<LocalDate> days =
                    recurring.until(last).limit(Integer.parseInt(count)).toList();
            if (days.size() < Integer.parseInt(count)) {
                throw tooLong(last);
            }
            return days;
        }
        LocalDate until = lastDay(parts.getOrDefault("UNTIL", ""), first.toLocalTime());
        if (until.isAfter(last)) {
            throw tooLong(last);
        }
        return recurring.until(until).toList();
    }

    /** By their names; neither their order nor their case says anything (RFC 5545, 2 and 3.3.10). */
    private Map<String, String> parts() {
        if (rule.length() > LONGEST || rule.chars().anyMatch(c -> c >= 0x80)) {
            throw invalid("rule", "not a rule of ours", EXPECTED);
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.toUpperCase(Locale.ROOT).split(";", -1)) {
            String[] pair = part.split("=", 2);
            if (parts.put(pair[0], pair.length == 2 ? pair[1] : "") != null) {
                throw invalid("rule", "a part stands twice", EXPECTED);
            }
        }
        Map<String, Pattern> known = "MONTHLY".equals(parts.get("FREQ")) ? MONTHLY : WEEKLY;
        boolean ours = parts.containsKey("FREQ")
                && parts.entrySet().stream().allMatch(part -> is(part.getValue(), known.get(part.getKey())));
        if (!ours) {
            throw invalid("rule", "not a rule of ours", EXPECTED);
        }
        return parts;
    }

    private static boolean is(String value, @Nullable Pattern form) {
        return form != null && form.matcher(value).matches();
    }

    /**
     * The last day on which one may begin.
     *
     * @param begins time of the day, in the street
     */
    private static LocalDate lastDay(String until, LocalTime begins) {
        try {
            if (until.indexOf('T') < 0) {
                return LocalDate.parse(until, DateTimeFormatter.BASIC_ISO_DATE);
            }
            LocalDateTime end = LocalDateTime.parse(until, UTC_TIME)
                    .atOffset(ZoneOffset.UTC)
                    .atZoneSameInstant(StreetTime.ZONE)
                    .toLocalDateTime();
            return begins.isAfter(end.toLocalTime()) ? end.toLocalDate().minusDays(1) : end.toLocalDate();
        } catch (DateTimeException neither) {
            throw invalid(
                    "rule",
                    "UNTIL is neither a day nor a UTC time",
                    "a day such as UNTIL=20261231, or a time such as UNTIL=20261231T155959Z");
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
