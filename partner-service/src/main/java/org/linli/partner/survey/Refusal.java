package org.linli.partner.survey;

import org.linli.platform.decision.RefusalReason;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;

/** Why a command on a survey does nothing. */
public sealed interface Refusal extends RefusalReason {

    /** @param what would have become of it; @param state that it is in */
    record NotInThisState(String what, SurveyState state) implements Refusal {}

    /** @param earliest last day that would do */
    record ClosesTooEarly(LocalDate earliest) implements Refusal {}

    /** A survey stays with the branch that drafted it. */
    record AnotherUnit(UnitCode unit) implements Refusal {}
}
