package org.linli.partner.call;

import org.linli.platform.decision.RefusalReason;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;

/** Why a command on a call does nothing. */
public sealed interface Refusal extends RefusalReason {

    /** @param what would have become of it; @param state that it is in */
    record NotInThisState(String what, String state) implements Refusal {}

    /** A call is published or extended towards a deadline that lies ahead. @param after which it has to lie */
    record DeadlineTooEarly(Instant after) implements Refusal {}

    /** A call stays with the unit that drafted it. */
    record AnotherUnit(UnitCode unit) implements Refusal {}
}
