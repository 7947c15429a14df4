package org.linli.partner.room.calendar;

import net.fortuna.ical4j.model.Recur;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The days of a recurring booking: RFC 5545 recurrence rules, weekly or monthly, with an end.
 *
 * @param rule such as {@code FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10}
 */
public record Recurrence(String rule) {

    /** Most occurrences of one series. */
    public static final int MOST = 60;

    public static final String EXPECTED = "FREQ=WEEKLY or MONTHLY, then any of INTERVAL (1–12), BYDAY, BYMONTHDAY, and"
            + " COUNT (1–" + MOST + ") or UNTIL (a day), such as FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10";

    private static final String DAY = "(MO|TU|WE|TH|FR|SA|SU)";
    private static final Pattern SUBSET = Pattern.compile("FREQ=(WEEKLY|MONTHLY)"
            + "(;(INTERVAL=([1-9]|1[0-2])"
            + "|BYDAY=(-?[1-5])?" + DAY + "(,(-?[1-5])?" + DAY + "){0,6}"
            + "|BYMONTHDAY=(-1|[1-9]|[12][0-9]|3[01])(,(-1|[1-9]|[12][0-9]|3[01])){0,6}"
            + "|COUNT=[1-9][0-9]?|UNTIL=20[0-9]{2}[01][0-9][0-3][0-9])){1,5}");

    /**
     * The days, from the first on.
     *
     * @param last no rule goes beyond it
     * @throws ProblemException (422) where the rule cannot be read, has no end or too many days, or leaves out its first
     */
    public List<LocalDate> days(LocalDate first, LocalDate last) {
        if (!SUBSET.matcher(rule).matches() || repeats() || rule.contains("COUNT=") == rule.contains("UNTIL=")) {
            throw invalid("rule", "not a rule of ours", EXPECTED);
        }
        List<LocalDate> days = expand(first, last);
        if (days.isEmpty() || !days.getFirst().equals(first)) {
            throw invalid("from", "not a day of the rule", "the rule's first day");
        }
        if (days.size() > MOST) {
            throw invalid("rule", "too many days: " + days.size(), "at most " + MOST);
        }
        return days;
    }

    private List<LocalDate> expand(LocalDate first, LocalDate last) {
        try {
            Recur<LocalDate> recur = new Recur<>(rule);
            List<LocalDate> days =
                    recur.getDates(first, first, last).stream().sorted().toList();
            // Nothing is cut off in silence.
            if (recur.getUntil() == null
                    ? days.size() < recur.getCount()
                    : recur.getUntil().isAfter(last)) {
                throw invalid("rule", "runs on for more than a year", "an end by " + last);
            }
            return days;
        } catch (IllegalArgumentException | DateTimeException | ClassCastException unreadable) {
            throw invalid("rule", "cannot be read", EXPECTED);
        }
    }

    private boolean repeats() {
        List<String> names = Pattern.compile(";")
                .splitAsStream(rule)
                .map(part -> part.split("=", 2)[0])
                .toList();
        return Set.copyOf(names).size() < names.size();
    }

    private static ProblemException invalid(String field, String reason, String expected) {
        return Problem.invalid("The series is not valid")
                .field(field, reason, expected)
                .exception();
    }
}
