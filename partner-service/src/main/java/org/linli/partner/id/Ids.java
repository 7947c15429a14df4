package org.linli.partner.id;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids are time-ordered UUIDs. */
public final class Ids {

    /** Comes after every id. */
    public static final UUID LAST = new UUID(-1, -1);

    /** What an id must look like, in words for an error message. */
    public static final String EXPECTED = "an id such as 0198c0de-0000-7000-8000-000000000001";

    private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    public static Optional<UUID> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** @throws org.linli.platform.problem.ProblemException (404) where the text is no id, hence names nothing */
    public static UUID of(String text, String what) {
        return parse(text).orElseThrow(() -> Problem.notFound(what).exception());
    }
}
