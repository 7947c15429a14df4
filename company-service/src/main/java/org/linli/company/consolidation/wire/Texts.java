package org.linli.company.consolidation.wire;

import org.jspecify.annotations.Nullable;
import org.linli.platform.event.PoisonEvent;

/** Fields of an event that must be there and must fit a table. */
final class Texts {

    /** Longer keys would not fit an index page. The producer allows 200 characters. */
    private static final int LONGEST = 500;

    private Texts() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new PoisonEvent(field + " is missing");
        }
        return value;
    }

    static String storable(String field, @Nullable String value) {
        String text = required(field, value);
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new PoisonEvent(field + " is empty, longer than " + LONGEST + " characters or holds NUL");
        }
        return text;
    }

    /** An empty text says nothing, just as a missing one. */
    static @Nullable String optional(String field, @Nullable String value) {
        return value == null || value.isEmpty() ? null : storable(field, value);
    }
}
