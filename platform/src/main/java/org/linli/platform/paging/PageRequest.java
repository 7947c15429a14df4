package org.linli.platform.paging;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a caller asks of a list, from the query parameters {@code cursor} and {@code limit}; a controller takes it as
 * an argument, hands it to the list and answers with it.
 *
 * @param cursor opaque, as given by the page before; absent for the first page
 * @param limit rows a page, 1 to {@value #MAX_LIMIT} unless the route says so by {@link MaxRows}, 50 by default
 * @param list what the cursor is of: the address with its filters and order; a cursor of another list is refused
 * @param address as it was asked, for the one of the next page
 */
public record PageRequest(@Nullable String cursor, int limit, String list, URI address) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 1000;

    /** Pages that are asked for inside the product, all of the same list. */
    public PageRequest(@Nullable String cursor, int limit) {
        this(cursor, limit, "", URI.create(""));
    }

    static PageRequest parse(@Nullable String cursor, @Nullable String limit, int most, String list, URI address) {
        String asked = limit == null || limit.isBlank() ? String.valueOf(DEFAULT_LIMIT) : limit.trim();
        int rows = asked.matches("[0-9]{1,4}") ? Integer.parseInt(asked) : 0;
        if (rows < 1 || rows > most) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The page cannot be read")
                    .field("limit", "out of range", "a whole number from 1 to " + most)
                    .exception();
        }
        return new PageRequest(cursor == null || cursor.isBlank() ? null : cursor, rows, list, address);
    }

    /**
     * Where the page begins; nothing for the first one.
     *
     * @param parts how many the list's sort key has
     * @throws org.linli.platform.problem.ProblemException (400) where the cursor is none of this list
     */
    @Nullable
    Position after(int parts) {
        if (cursor == null) {
            return null;
        }
        List<String> found = Cursors.decode(cursor)
                .filter(all -> all.size() == parts + 1 && all.getFirst().equals(list))
                .orElseThrow(Position::notOfThisList);
        return new Position(found.subList(1, found.size()));
    }

    /** The cursor that goes on after a row of this list, by its sort key. */
    String cursorAfter(Object... sortKey) {
        List<String> parts = new ArrayList<>();
        parts.add(list);
        Arrays.stream(sortKey).map(Object::toString).forEach(parts::add);
        return Cursors.encode(parts);
    }

    /** The page as an answer, each row as its caller sees it. */
    public <T, V> ResponseEntity<Page<V>> answer(Page<T> page, Function<? super T, ? extends V> view) {
        return answer(page.map(view));
    }

    /**
     * The page as an answer, with the address of the next one, where there is one, in a header: RFC 8288, relation
     * {@code next}.
     */
    public <T> ResponseEntity<Page<T>> answer(Page<T> page) {
        return page.next() == null
                ? ResponseEntity.ok(page)
                : ResponseEntity.ok()
                        .header(HttpHeaders.LINK, "<" + addressAt(page.next()) + ">; rel=\"next\"")
                        .body(page);
    }

    /** Keeps the other parameters as they were sent: what could be read once can be read again. */
    private String addressAt(String cursor) {
        String query = Objects.requireNonNullElse(address.getRawQuery(), "");
        Stream<String> others = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !parameter.split("=", 2)[0].equals("cursor"));
        return address.getRawPath() + "?"
                + Stream.concat(others, Stream.of("cursor=" + cursor)).collect(Collectors.joining("&"));
    }
}
