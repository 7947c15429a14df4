package org.linli.platform.paging;

import java.time.YearMonth;
import java.util.function.Function;

/**
 * A column that a list is ordered by, of the type that its table keeps it in. It is never null: rows without a value
 * would stand on no page.
 *
 * @param sql name of the column, or what is computed of the row
 * @param type what a cursor's part is read as
 * @param value the same of a row that was read
 */
public record SortColumn<T>(String sql, Type type, Function<T, ?> value) {

    /** How a part of a cursor becomes what its column is compared with. */
    enum Type {
        TEXT,
        NUMBER,
        INTEGER,
        ID,
        DAY,
        PERIOD,
        CODE;

        Object read(Position position, int part) {
            return switch (this) {
                case TEXT -> position.text(part);
                case NUMBER -> position.number(part);
                case INTEGER -> position.integer(part);
                case ID -> position.id(part);
                case DAY -> position.day(part);
                case PERIOD -> position.period(part).toString();
                case CODE -> position.code(part);
            };
        }
    }

    public static <T> SortColumn<T> text(String sql, Function<T, ?> value) {
        return new SortColumn<>(sql, Type.TEXT, value);
    }

    /** A {@code bigint}. */
    public static <T> SortColumn<T> number(String sql, Function<T, ?> value) {
        return new SortColumn<>(sql, Type.NUMBER, value);
    }

    public static <T> SortColumn<T> integer(String sql, Function<T, ?> value) {
        return new SortColumn<>(sql, Type.INTEGER, value);
    }

    public static <T> SortColumn<T> id(String sql, Function<T, ?> value) {
        return new SortColumn<>(sql, Type.ID, value);
    }

    public static <T> SortColumn<T> day(String sql, Function<T, ?> value) {
        return new SortColumn<>(sql, Type.DAY, value);
    }

    /** A period as text, such as {@code 2026-03}: {@link YearMonth} or text of the row. */
    public static <T> SortColumn<T> period(String sql, Function<T, ?> value) {
        return new SortColumn<>(sql, Type.PERIOD, value);
    }

    /** A unit's code as text. */
    public static <T> SortColumn<T> code(String sql, Function<T, ?> value) {
        return new SortColumn<>(sql, Type.CODE, value);
    }
}
