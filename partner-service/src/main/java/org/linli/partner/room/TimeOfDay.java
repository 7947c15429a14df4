package org.linli.partner.room;

import org.jspecify.annotations.Nullable;
import org.linli.partner.history.ShanghaiDay;
import org.linli.platform.request.Fields;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of a day to the minute, the end of the day among them.
 *
 * @param minute from 0 for 00:00 to 1440 for 24:00
 */
public record TimeOfDay(int minute) implements Comparable<TimeOfDay> {

    /** Midnight at the end of the day. */
    public static final TimeOfDay END = new TimeOfDay(24 * 60);

    /** What people are told. */
    public static final String EXPECTED = "a time of day from 00:00 to 24:00, such as 18:15";

    private static final Pattern SHAPE = Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])(:00)?");

    public TimeOfDay {
        if (minute < 0 || minute > 24 * 60) {
            throw new IllegalArgumentException("not a minute of a day: " + minute);
        }
    }

    public static TimeOfDay of(int hour, int minute) {
        return new TimeOfDay(hour * 60 + minute);
    }

    /** As people write it, {@code 24:00} included. */
    public static Optional<TimeOfDay> parse(String text) {
        Matcher time = SHAPE.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        int minute = Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
        return minute > END.minute ? Optional.empty() : Optional.of(new TimeOfDay(minute));
    }

    /** Where something ends: {@code 00:00} can only mean the end of the day. */
    public static Optional<TimeOfDay> parseEnd(String text) {
        return parse(text).map(time -> time.minute == 0 ? END : time);
    }

    /** As a caller writes it. */
    public static TimeOfDay read(Fields fields, String field, @Nullable String text) {
        return read(fields, field, text, TimeOfDay::parse);
    }

    /** Where something ends, as a caller writes it. */
    public static TimeOfDay readEnd(Fields fields, String field, @Nullable String text) {
        return read(fields, field, text, TimeOfDay::parseEnd);
    }

    private static TimeOfDay read(
            Fields fields, String field, @Nullable String text, Function<String, Optional<TimeOfDay>> form) {
        return form.apply(text == null ? "" : text).orElseGet(() -> {
            fields.add(field, "not a time of day", EXPECTED);
            return END;
        });
    }

    public Instant on(LocalDate day) {
        return day.atStartOfDay(ShanghaiDay.ZONE).plusMinutes(minute).toInstant();
    }

    public boolean isBefore(TimeOfDay other) {
        return minute < other.minute;
    }

    @Override
    public int compareTo(TimeOfDay other) {
        return Integer.compare(minute, other.minute);
    }

    /** As it is kept and shown, such as {@code 09:00}. */
    @Override
    public String toString() {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
