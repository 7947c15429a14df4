package org.linli.partner.matching;

import java.util.EnumMap;
import java.util.Map;

/** Points by fact, zero or more; what is not listed counts nothing. */
public record Weights(Map<Fact, Integer> points) {

    public Weights {
        points = points.isEmpty() ? Map.of() : new EnumMap<>(points);
    }

    public int of(Fact fact) {
        return points.getOrDefault(fact, 0);
    }
}
