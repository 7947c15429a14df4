package org.linli.company.statement;

import org.linli.platform.decision.RefusalReason;

import java.time.YearMonth;

/** Why a command on a statement does nothing. */
public sealed interface Refusal extends RefusalReason {

    /** @param what would have become of it; @param state that it is in */
    record NotInThisState(String what, String state) implements Refusal {}

    /** A month is reported once it has begun. @param latest the month of today */
    record NotBegun(YearMonth period, YearMonth latest) implements Refusal {}

    /** Who submitted a statement never accepts it. */
    record SameHands() implements Refusal {}

    /** A return tells the branch why. */
    record ReasonsMissing() implements Refusal {}

    /** No entry of that branch and period has waited since the last statement. */
    record NothingToReport() implements Refusal {}

    /** One open statement a branch and period. */
    record AnotherIsOpen(StatementId open, String state) implements Refusal {}

    /** More different lines, or larger sums, than one statement may hold. */
    record TooLarge(String what, String most) implements Refusal {}
}
