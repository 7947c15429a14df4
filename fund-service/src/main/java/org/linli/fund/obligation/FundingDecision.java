package org.linli.fund.obligation;

/** What came of an attempt to fund an obligation. */
public sealed interface FundingDecision {

    record Funded(Obligation next) implements FundingDecision {}

    record Refused(FundingRefusal reason) implements FundingDecision {}
}
