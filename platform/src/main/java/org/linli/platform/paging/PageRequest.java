package org.linli.platform.paging;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a caller asks of a list, from the query parameters {@code cursor} and {@code limit}; a controller takes it as
 * an argument.
 *
 * @param cursor opaque, as given by the page before; absent for the first page
 * @param limit rows a page, 1 to {@value #MAX_LIMIT} unless the route says so by {@link MaxRows}, 50 by default
 * @param list what the cursor is of: the address with its filters and order; a cursor of another list is refused
 */
public record PageRequest(@Nullable String cursor, int limit, String list) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 1000;

    /** Pages that are asked for inside the product, all of the same list. */
    public PageRequest(@Nullable String cursor, int limit) {
        this(cursor, limit, "");
    }

    static PageRequest parse(@Nullable String cursor, @Nullable String limit, int most, String list) {
        String asked = limit == null || limit.isBlank() ? String.valueOf(DEFAULT_LIMIT) : limit.trim();
        int rows = asked.matches("[0-9]{1,4}") ? Integer.parseInt(asked) : 0;
        if (rows < 1 || rows > most) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The page cannot be read")
                    .field("limit", "out of range", "a whole number from 1 to " + most)
                    .exception();
        }
        return new PageRequest(cursor == null || cursor.isBlank() ? null : cursor, rows, list);
    }

    /**
     * Where the page begins; nothing for the first one.
     *
     * @param parts how many the list's sort key has
     * @throws org.linli.platform.problem.ProblemException (400) where the cursor is none of this list
     */
    public @Nullable Position after(int parts) {
        if (cursor == null) {
            return null;
        }
        List<String> found = Cursors.decode(cursor)
                .filter(all -> all.size() == parts + 1 && all.getFirst().equals(list))
                .orElseThrow(Position::notOfThisList);
        return new Position(found.subList(1, found.size()));
    }

    /** The cursor that goes on after a row of this list, by its sort key. */
    public String cursorAfter(Object... sortKey) {
        List<String> parts = new ArrayList<>();
        parts.add(list);
        Arrays.stream(sortKey).map(Object::toString).forEach(parts::add);
        return Cursors.encode(parts);
    }
}
