package org.linli.partner.agreement;

import org.joda.money.Money;
import org.linli.platform.decision.RefusalReason;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Why a command on an agreement does nothing. */
public sealed interface Refusal extends RefusalReason {

    /** @param what would have become of it; @param state that it is in */
    record NotInThisState(String what, String state) implements Refusal {}

    /** That party's signature is there already. */
    record AlreadySigned(Party party) implements Refusal {}

    /** Nobody signs for both parties. */
    record SameHands() implements Refusal {}

    /** An amendment changes something. */
    record NothingAmended() implements Refusal {}

    /** An amendment leaves the first day as it is. */
    record StartMoved(LocalDate startsOn) implements Refusal {}

    /** Its last day has not passed. */
    record NotOver(LocalDate endsOn) implements Refusal {}

    /** A successor begins after the last day of what it follows. */
    record RenewalTooEarly(LocalDate endsOn) implements Refusal {}

    /** The exit lies within the agreed time. */
    record LastDayOutside(LocalDate from, LocalDate to) implements Refusal {}

    /** Months after the last day have a turnover that was confirmed, so that a share of it is booked. */
    record MonthsConfirmed(LocalDate lastDay, List<YearMonth> months) implements Refusal {}

    /** What is returned and what is kept make up the deposit. */
    record DepositNotSettled(Money deposit, Money settled) implements Refusal {}

    /** Of a call of the street's it must be said which branch carries it out. */
    record BranchNotNamed(String unit) implements Refusal {}

    /** The branch does not lie where the call was made. */
    record BranchElsewhere(String unit) implements Refusal {}

    /** The proposal has an agreement, or the agreement a successor. */
    record AlreadyAgreed(boolean renewal) implements Refusal {}

    /** That year has its review. */
    record ReviewedAlready(int year) implements Refusal {}

    /** No price is promised. */
    record NothingPromised() implements Refusal {}

    /** The day lies outside the agreement, or in the future. */
    record DayOutside(LocalDate from, LocalDate to) implements Refusal {}
}
