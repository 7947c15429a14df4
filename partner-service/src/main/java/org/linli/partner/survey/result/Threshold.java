package org.linli.partner.survey.result;

/**
 * How few people are too few to be told of.
 *
 * <p>Source: minimum frequency rule, with suppression of further cells so that none is found by subtraction (Hundepool
 * et al., Handbook on Statistical Disclosure Control, chapter 4); the order of Linli sets five.
 */
final class Threshold {

    static final int FEWEST = 5;

    private Threshold() {}

    /** Whether so many are somebody, and too few. */
    static boolean isSmall(int people) {
        return people > 0 && people < FEWEST;
    }
}
