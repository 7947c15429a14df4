package org.linli.fund;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Runs a property with many seeds; where it fails, the message names the seed that makes it fail again. */
public final class Seeds {

    /** Another start is given with {@code -Dlinli.seed=…}. */
    private static final long FIRST = Long.getLong("linli.seed", 20_260_403L);

    private Seeds() {}

    public static void each(int seeds, Consumer<SplittableRandom> property) {
        for (long seed = FIRST; seed < FIRST + seeds; seed++) {
            try {
                property.accept(new SplittableRandom(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("broken with -Dlinli.seed=" + seed + ": " + broken.getMessage(), broken);
            }
        }
    }
}
