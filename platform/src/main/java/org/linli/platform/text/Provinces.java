package org.linli.platform.text;

import java.util.Set;

/**
 * The provinces by the first two digits of a division code.
 *
 * <p>Source: GB/T 2260-2007.
 */
public final class Provinces {

    private static final Set<String> CODES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "66", "71", "81", "82");

    private Provinces() {}

    public static boolean contains(String code) {
        return CODES.contains(code);
    }
}
