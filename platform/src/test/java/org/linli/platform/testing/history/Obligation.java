package org.linli.platform.testing.history;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a branch owes for a period under the default policy: a fifth of gross less tax, never below nothing.
 *
 * @param base gross less tax, in yuan, possibly negative
 * @param owed rounded half up to the fen
 */
public record Obligation(BigDecimal base, BigDecimal owed) {

    private static final BigDecimal RATE = new BigDecimal("0.2000");

    static Obligation of(Figures figures) {
        BigDecimal base = figures.gross().subtract(figures.tax());
        return new Obligation(
                base, base.multiply(RATE).setScale(2, RoundingMode.HALF_UP).max(BigDecimal.ZERO.setScale(2)));
    }
}
