package org.linli.fund.funding;

import org.linli.platform.decision.RefusalReason;

import java.time.LocalDate;

/** Why a funding is not taken back. */
public sealed interface ReversalRefusal extends RefusalReason {

    /** It is taken back once, whole. */
    record ReversedAlready(long reversalId) implements ReversalRefusal {}

    /** Money that has not gone back yet is not booked. */
    record DateInFuture(LocalDate today) implements ReversalRefusal {}

    /** Nothing goes back before it came. */
    record DateBeforeFunding(LocalDate earliest) implements ReversalRefusal {}

    /** The bank reference is booked for this branch and period already. */
    record ReferenceUsed(String reference) implements ReversalRefusal {}
}
