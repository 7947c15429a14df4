package org.linli.fund.compliance;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Sums over some obligations, and the ratios of them.
 *
 * @param base of the months' own figures
 * @param carried what months outside of these brought in by negative bases carried, less what they took up
 * @param assessed what the rates are applied to
 * @param demanded each assessed base by its rate, in yuan, not rounded
 * @param lowestRate of any of them
 * @param credit funded beyond what is owed
 * @param obligations their number
 */
record Sums(
        Money base,
        Money carried,
        Money assessed,
        BigDecimal demanded,
        BigDecimal lowestRate,
        Money owed,
        Money funded,
        Money outstanding,
        Money credit,
        long obligations) {

    private static final int PLACES = 4;

    /** Negative bases that no month took up: they lower nothing. */
    Money uncarried() {
        return base.plus(carried).minus(assessed);
    }

    /** The frozen rates weighted by what they are applied to, rounded up: nobody is asked for less than is due. */
    BigDecimal rate() {
        return assessed.isZero()
                ? lowestRate.setScale(PLACES, RoundingMode.UP)
                : demanded.divide(assessed.getAmount(), PLACES, RoundingMode.CEILING);
    }

    /**
     * What was funded of what is owed, as a share of what the rates are applied to, rounded down: never above the true
     * rate. A credit in one obligation makes up for nothing that is outstanding in another.
     */
    @Nullable
    BigDecimal rateReached() {
        return assessed.isZero()
                ? null
                : funded.minus(credit).getAmount().divide(assessed.getAmount(), PLACES, RoundingMode.DOWN);
    }

    /** Whether all that is owed is funded, to the fen, in each of them. */
    boolean compliant() {
        return outstanding.isZero();
    }
}
