package org.linli.platform.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The sort key of a page's last row and what list it is of, packed into an opaque text that is safe in a URL. */
final class Cursors {

    private static final char SEPARATOR = '\u001f';
    private static final char ESCAPE = '\u001e';
    private static final int LONGEST = 8000;

    private Cursors() {}

    static String encode(List<String> parts) {
        StringBuilder plain = new StringBuilder();
        for (String part : parts) {
            plain.append(escaped(part)).append(SEPARATOR);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The parts of a text that {@link #encode} has written; nothing where it has not. */
    static Optional<List<String>> decode(String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
            List<String> parts = parts(plain);
            return encode(parts).equals(cursor) ? Optional.of(parts) : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }

    private static String escaped(String part) {
        StringBuilder escaped = new StringBuilder(part.length());
        for (char c : part.toCharArray()) {
            if (c == SEPARATOR || c == ESCAPE) {
                escaped.append(ESCAPE);
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    private static List<String> parts(String plain) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int at = 0; at < plain.length(); at++) {
            char c = plain.charAt(at);
            if (c == SEPARATOR) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (c == ESCAPE && at + 1 < plain.length()) {
                part.append(plain.charAt(++at));
            } else {
                part.append(c);
            }
        }
        return parts;
    }
}
