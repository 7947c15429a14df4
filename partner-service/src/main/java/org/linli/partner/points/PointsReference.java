package org.linli.partner.points;

import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;

import java.util.Optional;

/** A branch's own number of what points were for; two that look alike are one. */
public final class PointsReference {

    /** What a reference must be, in words for an error message. */
    public static final String EXPECTED = "1 to 100 visible characters in one line, typed as text";

    private static final int LONGEST = 100;

    private PointsReference() {}

    /** The normal form that it is kept and shown in. */
    public static String of(String typed) {
        return Texts.name(typed);
    }

    /** What is wrong with it, by name; nothing where it can stand. */
    public static Optional<String> fault(String typed) {
        String reference = of(typed);
        if (reference.isEmpty()) {
            return Optional.of("missing");
        }
        return Texts.length(reference) > LONGEST ? Optional.of("too long") : Identifiers.fault(typed);
    }
}
