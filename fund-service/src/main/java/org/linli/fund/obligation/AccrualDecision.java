package org.linli.fund.obligation;

/** What came of an accepted statement. */
public sealed interface AccrualDecision {

    record Accrued(Accrual accrual) implements AccrualDecision {}

    /** A version that is not later than the one the obligation rests on: it was counted already. */
    record Stale(AcceptedStatement statement, Obligation.StatementRef current) implements AccrualDecision {}
}
