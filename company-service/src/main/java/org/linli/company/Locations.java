package org.linli.company;

import org.flywaydb.core.api.Location;

import java.util.Arrays;
import java.util.stream.Stream;

/** Where migrations are found: the platform's, and those of each role of the process. */
final class Locations {

    private Locations() {}

    static String[] and(Location[] known, String more) {
        return Stream.concat(Arrays.stream(known).map(Location::toString), Stream.of(more))
                .toArray(String[]::new);
    }
}
