package org.linli.platform.database;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/** Columns that are never null as the types of the domain, and lists as arrays for {@code unnest}. */
public final class Columns {

    private Columns() {}

    public static String text(Readable row, String column) {
        return of(row, column, String.class);
    }

    public static @Nullable String textOrNull(Readable row, String column) {
        return row.get(column, String.class);
    }

    public static long number(Readable row, String column) {
        return of(row, column, Long.class);
    }

    public static int integer(Readable row, String column) {
        return of(row, column, Integer.class);
    }

    public static BigDecimal decimal(Readable row, String column) {
        return of(row, column, BigDecimal.class);
    }

    /** A {@code bigint} of fen. */
    public static Money money(Readable row, String column) {
        return Yuan.ofFen(number(row, column));
    }

    public static UnitCode unit(Readable row, String column) {
        return UnitCode.of(text(row, column));
    }

    public static YearMonth period(Readable row, String column) {
        return YearMonth.parse(text(row, column));
    }

    public static LocalDate date(Readable row, String column) {
        return of(row, column, LocalDate.class);
    }

    public static Instant time(Readable row, String column) {
        return of(row, column, Instant.class);
    }

    public static @Nullable Instant timeOrNull(Readable row, String column) {
        return row.get(column, Instant.class);
    }

    public static List<String> texts(Readable row, String column) {
        return List.of(of(row, column, String[].class));
    }

    public static UUID id(Readable row, String column) {
        return of(row, column, UUID.class);
    }

    public static List<UUID> ids(Readable row, String column) {
        return List.of(of(row, column, UUID[].class));
    }

    public static List<Long> numbers(Readable row, String column) {
        return List.of(of(row, column, Long[].class));
    }

    public static List<LocalDate> dates(Readable row, String column) {
        return List.of(of(row, column, LocalDate[].class));
    }

    public static boolean flag(Readable row, String column) {
        return of(row, column, Boolean.class);
    }

    private static <T> T of(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** What to bind for a value that may be absent. */
    public static Object orNull(@Nullable Object value, Class<?> type) {
        return value == null ? Parameters.in(type) : value;
    }

    /** One value of each item, in the items' order; what is missing becomes NULL. */
    public static <T, E> @Nullable E[] array(
            Collection<T> items, IntFunction<@Nullable E[]> type, Function<T, @Nullable E> field) {
        return items.stream().map(field).toArray(type);
    }

    /** @param field codes, periods, times and words as they write themselves; what is missing becomes NULL */
    public static <T> @Nullable String[] texts(Collection<T> items, Function<T, @Nullable Object> field) {
        return array(items, String[]::new, item -> {
            Object value = field.apply(item);
            return value == null ? null : value.toString();
        });
    }

    public static <T> Long[] numbers(Collection<T> items, ToLongFunction<T> field) {
        return items.stream().map(field::applyAsLong).toArray(Long[]::new);
    }

    /** Amounts as {@code bigint[]} of fen. */
    public static <T> Long[] fen(Collection<T> items, Function<T, Money> field) {
        return numbers(items, item -> Yuan.fen(field.apply(item)));
    }
}
