package org.linli.platform.text;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and periods as text: {@code 2026-03-14} and {@code 2026-03} of the years 1900 to 2199, so that text sorts as time
 * does. What people type otherwise is not guessed at, but told with the form that was probably meant.
 */
public final class Dates {

    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2199;

    /** What a day must look like, in words for an error message. */
    public static final String DAY = "a day such as 2026-03-14, from 1900 to 2199";

    /** What a period must look like, in words for an error message. */
    public static final String PERIOD = "a period such as 2026-03, from 1900 to 2199";

    /** What a time of the day must look like, in words for an error message. */
    public static final String TIME_OF_DAY = "a time such as 09:00";

    /** What a moment must look like, in words for an error message. */
    public static final String TIME = "a time such as 2026-03-31T09:00:00+08:00";

    private static final Pattern TIME_OF_DAY_SHAPE = Pattern.compile("[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?");
    private static final Pattern TIME_SHAPE = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}"
            + "T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern PERIOD_SHAPE = Pattern.compile("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])");
    private static final Pattern DAY_SHAPE = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TYPED_PERIOD = Pattern.compile("([0-9]{4})(?:[-/.年]([0-9]{1,2})月?|([0-9]{2}))");
    private static final Pattern TYPED_DAY = Pattern.compile(
            "([0-9]{4})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))([ T]0?0:00(:00)?)?");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** A period as a spreadsheet shows it, such as {@code Nov-26}. */
    private static final Pattern SHOWN_PERIOD =
            Pattern.compile("(" + String.join("|", MONTHS) + ")[- ](20|21|19)?([0-9]{2})", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 40;

    private Dates() {}

    public static Optional<LocalDate> day(@Nullable String text) {
        return read(text, DAY_SHAPE, LocalDate::parse);
    }

    public static Optional<YearMonth> period(@Nullable String text) {
        return read(text, PERIOD_SHAPE, YearMonth::parse);
    }

    public static Optional<LocalTime> timeOfDay(@Nullable String text) {
        return read(text, TIME_OF_DAY_SHAPE, LocalTime::parse);
    }

    /** A moment with its offset. */
    public static Optional<OffsetDateTime> time(@Nullable String text) {
        return read(text, TIME_SHAPE, OffsetDateTime::parse);
    }

    private static <T> Optional<T> read(@Nullable String text, Pattern shape, Function<String, T> form) {
        if (text == null || text.length() > LONGEST || !shape.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** What would be right instead: the day that was probably meant, where that can be said. */
    public static String expectedDay(@Nullable String text) {
        return mended(text, TYPED_DAY, Dates::dayOf)
                .map(meant -> meant + ": " + DAY)
                .orElse(DAY);
    }

    /** What would be right instead: the period that was probably meant, where that can be said. */
    public static String expectedPeriod(@Nullable String text) {
        return mended(text, TYPED_PERIOD, Dates::periodOf)
                .or(() -> mended(text, TYPED_DAY, parts -> dayOf(parts).substring(0, "2026-03".length())))
                .or(() -> mended(text, SHOWN_PERIOD, Dates::periodShown))
                .map(meant -> meant + ": " + PERIOD)
                .orElse(PERIOD);
    }

    /** Why a text is no day or period, in a few words. */
    public static String fault(@Nullable String text, String what) {
        if (text == null || Texts.isBlank(text)) {
            return "missing";
        }
        if (text.indexOf('/') >= 0) {
            return "written with slashes";
        }
        return text.codePoints().anyMatch(c -> c > '9' && Character.isDigit(c))
                ? "holds full-width digits"
                : "not " + what;
    }

    static boolean isInRange(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Optional<String> mended(@Nullable String text, Pattern typed, Function<Matcher, String> meaning) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = typed.matcher(Texts.name(text));
        try {
            return parts.matches()
                    ? Optional.of(meaning.apply(parts)).filter(meant -> !meant.equals(text))
                    : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static String dayOf(Matcher parts) {
        int month = Integer.parseInt(parts.group(2) == null ? parts.group(4) : parts.group(2));
        int day = Integer.parseInt(parts.group(3) == null ? parts.group(5) : parts.group(3));
        return LocalDate.of(year(parts), month, day).toString();
    }

    private static String periodOf(Matcher parts) {
        int month = Integer.parseInt(parts.group(2) == null ? parts.group(3) : parts.group(2));
        return YearMonth.of(year(parts), month).toString();
    }

    private static String periodShown(Matcher parts) {
        String century = parts.group(2) == null ? "20" : parts.group(2);
        int month = MONTHS.indexOf(parts.group(1).toLowerCase(Locale.ROOT)) + 1;
        return YearMonth.of(Integer.parseInt(century + parts.group(3)), month).toString();
    }

    private static int year(Matcher parts) {
        int year = Integer.parseInt(parts.group(1));
        if (!isInRange(year)) {
            throw new DateTimeException("not of these years");
        }
        return year;
    }
}
