package org.linli.fund.obligation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;

/** How far an obligation is covered by money that has moved. */
@Schema(name = "ObligationState")
public enum ObligationState {
    /** The base is zero or below, and no money has moved. */
    NOTHING_OWED,
    /** Nothing of it is funded yet. */
    OWED,
    /** Some of it is funded. */
    PARTLY_FUNDED,
    /** All of it is funded, to the fen. */
    FUNDED,
    /** A correction has lowered it below what was funded before. */
    OVERFUNDED;

    static ObligationState of(Money owed, Money funded) {
        int covered = funded.compareTo(owed);
        if (covered > 0) {
            return OVERFUNDED;
        }
        if (covered == 0) {
            return owed.isZero() ? NOTHING_OWED : FUNDED;
        }
        return funded.isZero() ? OWED : PARTLY_FUNDED;
    }
}
