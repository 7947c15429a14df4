package org.linli.platform.problem;

import org.linli.platform.text.Dates;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads days, periods and times from text in the one form that answers give them in: no lists, no numbers, no time on a
 * day, no year that nobody means. What the product itself has kept (read without {@link
 * DeserializationFeature#FAIL_ON_UNKNOWN_PROPERTIES}) may be of any year.
 */
final class TimeModule extends SimpleModule {

    /** What is wrong with a value of these types is wrong with what a request states, not with its form. */
    static final Set<Class<?>> TYPES =
            Set.of(LocalDate.class, YearMonth.class, Instant.class, OffsetDateTime.class, LocalTime.class);

    TimeModule() {
        super("linli-time");
        add(LocalDate.class, Dates::day, LocalDate::parse, Dates::expectedDay);
        add(YearMonth.class, Dates::period, YearMonth::parse, Dates::expectedPeriod);
        add(LocalTime.class, Dates::timeOfDay, LocalTime::parse, text -> Dates.TIME_OF_DAY);
        add(
                Instant.class,
                text -> Dates.time(text).map(OffsetDateTime::toInstant),
                text -> OffsetDateTime.parse(text).toInstant(),
                text -> Dates.TIME);
        addDeserializer(OffsetDateTime.class, new OffsetReader());
    }

    private <T> void add(
            Class<T> type,
            Function<String, Optional<T>> asked,
            Function<String, T> kept,
            Function<String, String> expected) {
        addDeserializer(type, new Reader<>(type, asked, kept, expected));
    }

    private static class Reader<T> extends StdScalarDeserializer<T> {

        private final Class<T> type;
        private final Function<String, Optional<T>> asked;
        private final Function<String, T> kept;
        private final Function<String, String> expected;

        private Reader(
                Class<T> type,
                Function<String, Optional<T>> asked,
                Function<String, T> kept,
                Function<String, String> expected) {
            super(type);
            this.type = type;
            this.asked = asked;
            this.kept = kept;
            this.expected = expected;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, json));
            }
            String text = json.getString();
            Optional<T> read = context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    ? asked.apply(text)
                    : any(text);
            return read.orElseGet(
                    () -> type.cast(context.handleWeirdStringValue(type, text, "not %s", expected.apply(text))));
        }

        private Optional<T> any(String text) {
            try {
                return Optional.of(kept.apply(text));
            } catch (DateTimeException notOne) {
                return Optional.empty();
            }
        }
    }

    private static final class OffsetReader extends Reader<OffsetDateTime> {

        private OffsetReader() {
            super(OffsetDateTime.class, Dates::time, OffsetDateTime::parse, text -> Dates.TIME);
        }

        @Override
        public OffsetDateTime deserialize(JsonParser json, DeserializationContext context) {
            OffsetDateTime time = super.deserialize(json, context);
            return context.isEnabled(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    ? time.withOffsetSameInstant(ZoneOffset.UTC)
                    : time;
        }
    }
}
