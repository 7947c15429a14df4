package org.linli.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures variants in turn, round by round, so that what disturbs the machine disturbs all of them, and compares their
 * medians. The order turns with each round: none is always the one after the loudest.
 *
 * @param warmUp how long each is run before the first round; not counted
 * @param round how long each is run in a round
 * @param rounds how many, 5 or more
 * @param out where progress is told
 */
public record Interleaved(Duration warmUp, Duration round, int rounds, PrintStream out) {

    public Interleaved {
        if (rounds < 1 || !round.isPositive() || warmUp.isNegative()) {
            throw new IllegalArgumentException("rounds from 1, a positive round, no negative warm-up");
        }
    }

    /** The medians of all variants, in their order. */
    public Medians measure(List<Variant> variants) throws Exception {
        for (Variant variant : variants) {
            if (!warmUp.isZero()) {
                out.printf(
                        "  warm-up  %-34s %10.0f /s%n",
                        variant.name(), variant.work().ratePerSecond(warmUp));
            }
        }
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        variants.forEach(variant -> rates.put(variant.name(), new ArrayList<>()));
        for (int i = 0; i < rounds; i++) {
            for (int j = 0; j < variants.size(); j++) {
                Variant variant = variants.get((i + j) % variants.size());
                double rate = variant.work().ratePerSecond(round);
                out.printf("  round %d  %-34s %10.0f /s%n", i + 1, variant.name(), rate);
                rates.getOrDefault(variant.name(), new ArrayList<>()).add(rate);
            }
        }
        return new Medians(rates);
    }
}
