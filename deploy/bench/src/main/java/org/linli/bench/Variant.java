package org.linli.bench;

import java.time.Duration;

/**
 * One of several ways to do the same work.
 *
 * @param name as it stands in the table
 * @param work does it for the given time and says how often a second
 */
public record Variant(String name, Work work) {

    /** The work of a variant. */
    @FunctionalInterface
    public interface Work {
        /** How often a second it was done, measured over about this time; an exception ends the bench. */
        double ratePerSecond(Duration time) throws Exception;
    }
}
