package org.linli.fund.obligation;

import org.joda.money.Money;
import org.linli.fund.policy.BaseKind;
import org.linli.fund.policy.Figures;
import org.linli.fund.policy.TermsInForce;
import org.linli.platform.money.Yuan;

import java.time.LocalDate;

/**
 * What a branch owes to its residents for a period.
 *
 * <pre>
 * nothing           -- first accepted statement --> OWED | NOTHING_OWED   terms frozen, owed booked
 * any               -- later accepted version   --> by owed and funded    same terms, the difference booked
 * any               -- earlier version          --> unchanged             stale
 * OWED, PARTLY_FUNDED -- funding up to the rest --> PARTLY_FUNDED | FUNDED
 * any other         -- funding                  --> refused
 * </pre>
 *
 * @param statement the accepted statement that it rests on
 * @param owed {@code max(0, base × rate)} of the statement, half up to the fen
 * @param funded money moved so far, never negative
 * @param sequence of the last event of this obligation, from 1 without gaps
 */
public record Obligation(
        ObligationKey key,
        FrozenTerms frozen,
        StatementRef statement,
        Figures figures,
        Money owed,
        Money funded,
        long sequence) {

    /** The statement that an obligation rests on. */
    public record StatementRef(String id, int version) {}

    /** The first accrual of a branch and period freezes the terms in force. */
    static Accrual open(AcceptedStatement statement, TermsInForce inForce) {
        FrozenTerms frozen = FrozenTerms.of(inForce);
        Obligation opened = on(statement, frozen, Yuan.zero(), 1);
        return new Accrual(opened, statement, opened.owed(), true);
    }

    /** A later version is computed on the frozen terms and changes the obligation by the difference. */
    AccrualDecision correct(AcceptedStatement correction) {
        if (correction.version() <= statement.version()) {
            return new AccrualDecision.Stale(correction, statement);
        }
        Obligation corrected = on(correction, frozen, funded, sequence + 1);
        return new AccrualDecision.Accrued(
                new Accrual(corrected, correction, corrected.owed().minus(owed), false));
    }

    private static Obligation on(AcceptedStatement statement, FrozenTerms frozen, Money funded, long sequence) {
        return new Obligation(
                statement.key(),
                frozen,
                new StatementRef(statement.id(), statement.version()),
                statement.figures(),
                frozen.terms().owedOn(statement.figures()),
                funded,
                sequence);
    }

    /**
     * Covers a part or all of what is outstanding.
     *
     * @param amount positive
     * @param date on which the money moved
     * @param today in the fund's time zone
     */
    public FundingDecision fund(Money amount, LocalDate date, LocalDate today) {
        if (amount.isGreaterThan(outstanding())) {
            return new FundingDecision.Refused(new FundingRefusal.MoreThanOutstanding(outstanding()));
        }
        if (date.isAfter(today)) {
            return new FundingDecision.Refused(new FundingRefusal.DateInFuture(today));
        }
        LocalDate earliest = key.period().atDay(1);
        if (date.isBefore(earliest)) {
            return new FundingDecision.Refused(new FundingRefusal.DateBeforePeriod(earliest));
        }
        return new FundingDecision.Funded(
                new Obligation(key, frozen, statement, figures, owed, funded.plus(amount), sequence + 1));
    }

    public BaseKind baseKind() {
        return frozen.terms().base();
    }

    /** What the rate is applied to, in yuan; negative where refunds outweigh the income. */
    public Money base() {
        return baseKind().of(figures);
    }

    /** What is still to be funded, never negative. */
    public Money outstanding() {
        Money rest = owed.minus(funded);
        return rest.isNegative() ? Yuan.zero() : rest;
    }

    public ObligationState state() {
        return ObligationState.of(owed, funded);
    }
}
