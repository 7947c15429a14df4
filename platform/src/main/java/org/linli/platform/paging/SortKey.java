package org.linli.platform.paging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An order of a list: columns that together name one row, all in one direction, so that a page goes on after a row by one
 * comparison of rows, which an index on the columns answers.
 */
public final class SortKey<T> {

    private final boolean descending;
    private final List<SortColumn<T>> columns;

    private SortKey(boolean descending, List<SortColumn<T>> columns) {
        this.descending = descending;
        this.columns = columns;
    }

    @SafeVarargs
    public static <T> SortKey<T> ascending(SortColumn<T>... columns) {
        return new SortKey<>(false, List.of(columns));
    }

    @SafeVarargs
    public static <T> SortKey<T> descending(SortColumn<T>... columns) {
        return new SortKey<>(true, List.of(columns));
    }

    int size() {
        return columns.size();
    }

    /** Whether a row stands after the parameters of {@link #values}. */
    String condition() {
        String names = IntStream.range(0, size())
                .mapToObj(part -> ":" + parameter(part))
                .collect(Collectors.joining(", "));
        String comparison = descending ? " < " : " > ";
        return size() == 1
                ? columns.getFirst().sql() + comparison + names
                : "(" + all("") + ")" + comparison + "(" + names + ")";
    }

    Map<String, Object> values(Position after) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int part = 0; part < size(); part++) {
            values.put(parameter(part), columns.get(part).type().read(after, part));
        }
        return values;
    }

    String orderBy() {
        return "ORDER BY " + all(descending ? " DESC" : "");
    }

    Object[] of(T row) {
        return columns.stream().<Object>map(column -> column.value().apply(row)).toArray();
    }

    private String all(String direction) {
        return columns.stream().map(column -> column.sql() + direction).collect(Collectors.joining(", "));
    }

    private static String parameter(int part) {
        return "after" + (part + 1);
    }
}
