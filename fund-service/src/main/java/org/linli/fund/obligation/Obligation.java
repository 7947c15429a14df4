package org.linli.fund.obligation;

import org.joda.money.Money;
import org.linli.fund.policy.BaseKind;
import org.linli.fund.policy.Carry;
import org.linli.fund.policy.Figures;
import org.linli.fund.policy.TermsInForce;
import org.linli.platform.decision.Decision;
import org.linli.platform.money.Yuan;

import java.time.LocalDate;
import java.util.List;

/**
 * What a branch owes to its residents for a period.
 *
 * <pre>
 * nothing           -- first accepted statement --> OWED | NOTHING_OWED   terms frozen, owed booked
 * any               -- later accepted version   --> by owed and funded    same terms, the difference booked
 * any               -- earlier version          --> unchanged             stale
 * OWED, PARTLY_FUNDED -- funding up to the rest --> PARTLY_FUNDED | FUNDED
 * any other         -- funding                  --> refused
 * any               -- a funding is reversed    --> by owed and funded    funded lowered by that whole funding
 * any               -- another month's carry    --> by owed and funded    same terms, the difference booked
 * </pre>
 *
 * @param statement the accepted statement that it rests on
 * @param carried what other months of the year bring to the base: above zero where they take up a negative one, below
 *     zero where this month takes up theirs
 * @param owed {@code max(0, (base + carried) × rate)} of the statement, half up to the fen
 * @param funded money moved so far, never negative
 * @param sequence of the last event of this obligation, from 1 without gaps
 */
public record Obligation(
        ObligationKey key,
        FrozenTerms frozen,
        StatementRef statement,
        Figures figures,
        Money carried,
        Money owed,
        Money funded,
        long sequence) {

    /** The statement that an obligation rests on. */
    public record StatementRef(String id, int version) {}

    /** The first accrual of a branch and period freezes the terms in force. */
    static Accrual open(AcceptedStatement statement, TermsInForce inForce) {
        FrozenTerms frozen = FrozenTerms.of(inForce);
        Obligation opened = on(statement, frozen, Yuan.zero(), 1);
        return new Accrual(opened, statement, opened.owed(), true, List.of());
    }

    /** A later version is computed on the frozen terms and changes the obligation by the difference. */
    AccrualDecision correct(AcceptedStatement correction) {
        if (correction.version() <= statement.version()) {
            return new AccrualDecision.Stale(correction, statement);
        }
        Obligation corrected = on(correction, frozen, funded, sequence + 1);
        return new AccrualDecision.Accrued(
                new Accrual(corrected, correction, corrected.owed().minus(owed), false, List.of()));
    }

    private static Obligation on(AcceptedStatement statement, FrozenTerms frozen, Money funded, long sequence) {
        return new Obligation(
                statement.key(),
                frozen,
                new StatementRef(statement.id(), statement.version()),
                statement.figures(),
                Yuan.zero(),
                frozen.terms().owedOn(statement.figures()),
                funded,
                sequence);
    }

    /** The same month where other months of the year bring that much to its base. */
    Obligation carrying(Money brought) {
        return new Obligation(
                key, frozen, statement, figures, brought, frozen.terms().owedOn(figures, brought), funded, sequence);
    }

    /** Another event of this obligation is told. */
    public Obligation withNextEvent() {
        return new Obligation(key, frozen, statement, figures, carried, owed, funded, sequence + 1);
    }

    /**
     * Covers a part or all of what is outstanding.
     *
     * @param amount positive
     * @param date on which the money moved
     * @param today in the fund's time zone
     */
    public Decision<Obligation, FundingRefusal> fund(Money amount, LocalDate date, LocalDate today) {
        if (amount.isGreaterThan(outstanding())) {
            return Decision.refuse(new FundingRefusal.MoreThanOutstanding(outstanding()));
        }
        if (date.isAfter(today)) {
            return Decision.refuse(new FundingRefusal.DateInFuture(today));
        }
        LocalDate earliest = key.period().atDay(1);
        if (date.isBefore(earliest)) {
            return Decision.refuse(new FundingRefusal.DateBeforePeriod(earliest));
        }
        return Decision.accept(withFunded(funded.plus(amount)).withNextEvent());
    }

    /** A funding is taken back, whole: what it covered is outstanding again. */
    public Obligation withoutFunding(Money amount) {
        return withFunded(funded.minus(amount));
    }

    private Obligation withFunded(Money moved) {
        return new Obligation(key, frozen, statement, figures, carried, owed, moved, sequence);
    }

    public BaseKind baseKind() {
        return frozen.terms().base();
    }

    /** Of this month's own figures, in yuan; negative where refunds outweigh the income. */
    public Money base() {
        return baseKind().of(figures);
    }

    /** Whether negative months of the year are carried to and from this one. */
    boolean carries() {
        return frozen.terms().carry() == Carry.YEAR;
    }

    /** What the rate is applied to: the base with what is carried, never negative. */
    public Money assessedBase() {
        return frozen.terms().assessed(figures, carried);
    }

    /** What was funded beyond what is owed by now. */
    public Money credit() {
        Money more = funded.minus(owed);
        return more.isNegative() ? Yuan.zero() : more;
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
