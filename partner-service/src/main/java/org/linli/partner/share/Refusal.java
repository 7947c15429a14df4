package org.linli.partner.share;

import org.linli.platform.decision.RefusalReason;

import java.time.YearMonth;

/** Why a report is not taken, or a command on it does nothing. */
public sealed interface Refusal extends RefusalReason {

    /** @param what would have become of it; @param state that it is in */
    record NotInThisState(String what, String state) implements Refusal {}

    /** Who reported does not confirm. */
    record SameHands() implements Refusal {}

    /** The branch has not decided the version before. */
    record ReportWaits(int version) implements Refusal {}

    /** A correction changes a figure. */
    record NothingCorrected(int version) implements Refusal {}

    /** The agreement was never in force. */
    record NotInForce(String state) implements Refusal {}

    /** Only what is over can be reported. */
    record PeriodNotOver(YearMonth latest) implements Refusal {}

    /** The agreement does not cover it. */
    record PeriodOutside(YearMonth from, YearMonth to) implements Refusal {}

    /** The agreement ended before that month, after it was reported. */
    record EndedBefore(YearMonth period, YearMonth from, YearMonth to) implements Refusal {}

    /** A share of the profit needs the direct cost. */
    record CostMissing() implements Refusal {}
}
