package org.linli.fund.funding.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.linli.fund.funding.Funding;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.ObligationState;

@Schema(name = "BookedFunding", description = "A transfer as it was booked, and the obligation after it")
record BookedFundingView(
        FundingView funding,
        @Schema(example = "1234.56") Money owed,
        @Schema(example = "1000.00") Money funded,
        @Schema(example = "234.56") Money outstanding,
        ObligationState state) {

    static BookedFundingView of(Funding funding, Obligation after) {
        return new BookedFundingView(
                FundingView.of(funding), after.owed(), after.funded(), after.outstanding(), after.state());
    }
}
