package org.linli.platform.testing.history;

import java.math.BigDecimal;

/**
 * What a scope earned, in yuan.
 *
 * @param eliminated gross of the sales that both began and ended inside the scope
 * @param entries how many were added up
 */
public record Figures(BigDecimal gross, BigDecimal tax, BigDecimal directCost, BigDecimal eliminated, long entries) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    /** No entry at all. */
    public static final Figures NONE = new Figures(NOTHING, NOTHING, NOTHING, NOTHING, 0);

    /** What came from outside the scope. */
    public BigDecimal external() {
        return gross.subtract(eliminated);
    }

    /** These figures and one more entry, seen from {@code scope}. */
    public Figures plus(Entry entry, String scope) {
        return new Figures(
                gross.add(entry.gross()),
                tax.add(entry.tax()),
                directCost.add(entry.directCost()),
                entry.isEliminatedAt(scope) ? eliminated.add(entry.gross()) : eliminated,
                entries + 1);
    }
}
