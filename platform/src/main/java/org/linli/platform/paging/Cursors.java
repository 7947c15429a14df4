package org.linli.platform.paging;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The sort key of a page's last row, packed into an opaque text that is safe in a URL. */
public final class Cursors {

    private static final char SEPARATOR = '\u001f';

    private Cursors() {}

    public static String encode(String... parts) {
        byte[] plain = String.join(String.valueOf(SEPARATOR), parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /**
     * The parts of a cursor, or nothing for the first page.
     *
     * @throws org.linli.platform.problem.ProblemException (400) where the text is not a cursor of so many parts
     */
    public static @Nullable List<String> decode(@Nullable String cursor, int parts) {
        if (cursor == null) {
            return null;
        }
        List<String> found = split(cursor);
        if (found.size() != parts
                || cursor.length() > 2000
                || found.stream().anyMatch(part -> part.indexOf('\0') >= 0)) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The page cannot be read")
                    .field("cursor", "not a cursor of this list", "the value of 'next' of the page before, unchanged")
                    .exception();
        }
        return found;
    }

    private static List<String> split(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return List.of(plain.split(String.valueOf(SEPARATOR), -1));
        } catch (IllegalArgumentException notBase64) {
            return List.of();
        }
    }
}
