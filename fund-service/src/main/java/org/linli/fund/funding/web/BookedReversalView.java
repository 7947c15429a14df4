package org.linli.fund.funding.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.linli.fund.funding.Reversal;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.ObligationState;

@Schema(name = "BookedReversal", description = "A reversal as it was booked, and the obligation after it")
record BookedReversalView(
        ReversalView reversal,
        @Schema(example = "1234.56") Money owed,
        @Schema(example = "0.00") Money funded,
        @Schema(example = "1234.56") Money outstanding,
        @Schema(example = "0.00") Money credit,
        ObligationState state) {

    static BookedReversalView of(Reversal reversal, Obligation after) {
        return new BookedReversalView(
                ReversalView.of(reversal),
                after.owed(),
                after.funded(),
                after.outstanding(),
                after.credit(),
                after.state());
    }
}
