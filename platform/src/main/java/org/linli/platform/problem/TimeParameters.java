package org.linli.platform.problem;

import org.jspecify.annotations.Nullable;
import org.linli.platform.text.Dates;
import org.linli.platform.text.Texts;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;

/** Days, periods and times in addresses, read as in bodies; an empty parameter is an absent one. */
final class TimeParameters implements WebFluxConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, reader(Dates::day, Dates.DAY));
        registry.addConverter(String.class, YearMonth.class, reader(Dates::period, Dates.PERIOD));
        registry.addConverter(String.class, LocalTime.class, reader(Dates::timeOfDay, Dates.TIME_OF_DAY));
        registry.addConverter(String.class, OffsetDateTime.class, reader(Dates::time, Dates.TIME));
        registry.addConverter(
                String.class,
                Instant.class,
                reader(text -> Dates.time(text).map(OffsetDateTime::toInstant), Dates.TIME));
    }

    private static <T> Converter<String, @Nullable T> reader(Function<String, Optional<T>> read, String expected) {
        return text -> Texts.isBlank(text)
                ? null
                : read.apply(text).orElseThrow(() -> new IllegalArgumentException("not " + expected));
    }
}
