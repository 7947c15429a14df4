package org.linli.platform.paging;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * What a caller asks of a list, from the query parameters {@code cursor} and {@code limit}; a controller takes it as
 * an argument. The cursor is decoded with {@link Cursors#decode(String, int)}.
 *
 * @param cursor opaque, as given by the page before; absent for the first page
 * @param limit rows a page, 1 to 1000 (to 5000 where a route says so), 50 by default
 */
public record PageRequest(@Nullable String cursor, int limit) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 5000;

    public static PageRequest parse(@Nullable String cursor, @Nullable String limit) {
        String asked = limit == null || limit.isBlank() ? String.valueOf(DEFAULT_LIMIT) : limit.trim();
        int rows = asked.matches("[0-9]{1,4}") ? Integer.parseInt(asked) : 0;
        if (rows < 1 || rows > MAX_LIMIT) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The page cannot be read")
                    .field("limit", "out of range", "a whole number from 1 to " + MAX_LIMIT)
                    .exception();
        }
        return new PageRequest(cursor == null || cursor.isBlank() ? null : cursor, rows);
    }

    /** The same request with no more rows than the route gives. */
    public PageRequest atMost(int rows) {
        return limit <= rows ? this : new PageRequest(cursor, rows);
    }
}
