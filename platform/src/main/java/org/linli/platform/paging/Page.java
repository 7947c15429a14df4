package org.linli.platform.paging;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items in the order asked for
 * @param next opaque cursor of the next page, absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The one page of a list without rows. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null);
    }

    /**
     * A page out of one row more than its limit: the surplus row only tells that there is a next page.
     *
     * @param rows up to {@code limit + 1} rows in order
     * @param cursorOf the cursor that continues after a row
     */
    static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursorOf.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
