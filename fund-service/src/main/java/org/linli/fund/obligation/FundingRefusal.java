package org.linli.fund.obligation;

import org.joda.money.Money;
import org.linli.platform.decision.RefusalReason;

import java.time.LocalDate;

/** Why a funding is not booked. */
public sealed interface FundingRefusal extends RefusalReason {

    /** The amount is larger than the rest; nothing is ever funded beyond what is owed. */
    record MoreThanOutstanding(Money outstanding) implements FundingRefusal {}

    /** Money that has not moved yet is not booked. */
    record DateInFuture(LocalDate today) implements FundingRefusal {}

    /** Nothing is given back before the period in which it is earned. */
    record DateBeforePeriod(LocalDate earliest) implements FundingRefusal {}

    /** The bank reference is booked for this branch and period already. */
    record ReferenceUsed(String reference) implements FundingRefusal {}
}
